// breaks: front-door-only
import { rename } from '../sessions/rename.js';

export const window = rename;
