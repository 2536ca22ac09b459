import type { ChatMessage } from '../../generated/prisma/client.js';
import { db } from '../../platform/db/index.js';

export const list = (): ChatMessage[] => db.chatMessage.findMany();
