import type { MessageRow } from './chat.repo.js';

export const first = (rows: MessageRow[]) => rows[0];
