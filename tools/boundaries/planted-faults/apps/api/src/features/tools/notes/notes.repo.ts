// breaks: tables-have-one-owner
import { db } from '../../../platform/db/index.js';

export const foreign = () => db.chatMessage.findMany();
