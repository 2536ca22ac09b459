// breaks: only-repos-touch-the-database
import { db } from '../../../platform/db/index.js';

export const send = () => db.chatMessage.findMany();
