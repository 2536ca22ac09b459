// breaks: tables-have-one-owner
import { db } from '../../../platform/db/index.js';

export const foreign = () => db.$queryRaw`SELECT id FROM chat_message`;
