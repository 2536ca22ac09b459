// breaks: handed-over-as-listed
import { chat } from '../features/tools/chat/index.js';
import { db } from '../platform/db/index.js';

declare const platform: object;
declare function createNotes(platform: object, features: object): { fillWindowPort(filled: object): void };

const notes = createNotes(platform, { chat });
notes.fillWindowPort(chat);
export const composed = { chat, db };
