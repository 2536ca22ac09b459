import { chat } from '../features/chat/index.js';
import { db } from '../platform/db/index.js';

export const composed = { chat, db };
