export type { Tx } from './db/index.js';
