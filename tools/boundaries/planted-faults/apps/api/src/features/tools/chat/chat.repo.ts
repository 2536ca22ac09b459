import type { ChatMessage } from '../../../generated/prisma/client.js';
import { db } from '../../../platform/db/index.js';

export type ChatRepo = { list: typeof list };
export type MessageRow = { id: string };
export const list = (): ChatMessage[] => db.chatMessage.findMany();
