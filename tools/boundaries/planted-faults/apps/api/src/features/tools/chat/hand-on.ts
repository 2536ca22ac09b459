import type { Tx } from '../../../platform/index.js';
import { list } from './chat.repo.js';

export const handOn = (tx: Tx) => [tx, list()];
