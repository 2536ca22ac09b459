// breaks: resolvers-only-call
import { list } from './chat.repo.js';

export const messages = () => list();
