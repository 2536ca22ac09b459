// breaks: only-repos-touch-the-database
import type { ChatMessage } from '../../../generated/prisma/client.js';
import { list } from './chat.repo.js';

export const page = (): ChatMessage[] => list();
