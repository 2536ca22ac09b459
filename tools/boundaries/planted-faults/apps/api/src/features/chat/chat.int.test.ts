import { db } from '../../platform/db/index.js';
import { rename } from '../sessions/rename.js';

export const all = [db, rename];
