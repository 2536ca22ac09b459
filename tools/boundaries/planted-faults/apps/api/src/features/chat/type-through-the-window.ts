// breaks: front-door-only
import type { rename } from '../sessions/rename.js';

export type Window = typeof rename;
