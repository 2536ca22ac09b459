// breaks: policies-are-pure
import { list } from './chat.repo.js';

export const maySend = () => list().length === 0;
