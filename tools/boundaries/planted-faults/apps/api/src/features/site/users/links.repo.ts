// breaks: tables-have-one-owner
import { table } from '../../../platform/db/index.js';

export const foreign = table('chat_message', { id: 'id' });
