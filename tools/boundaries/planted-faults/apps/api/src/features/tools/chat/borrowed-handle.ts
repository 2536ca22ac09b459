// breaks: only-repos-touch-the-database
import type { Tx } from '../../../platform/index.js';

export const read = (tx: Tx) => tx.chatMessage.findMany();
