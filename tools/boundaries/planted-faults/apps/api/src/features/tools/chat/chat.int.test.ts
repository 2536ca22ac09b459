import { db } from '../../../platform/db/index.js';
import { rename } from '../../session/sessions/rename.js';

export const all = [db, rename];
