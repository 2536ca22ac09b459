export type { Tx } from './db/index.js';
export interface Platform {
  clock: object;
}
export type Uses<Part extends keyof Platform> = Pick<Platform, Part>;
