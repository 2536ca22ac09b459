// breaks: index-only
import type { rename } from '../../session/sessions/rename.js';

export type Window = typeof rename;
