// breaks: types-know-no-reading
import { list } from './chat.repo.js';

export type Messages = ReturnType<typeof list>;
