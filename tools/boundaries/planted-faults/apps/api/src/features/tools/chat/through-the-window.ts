// breaks: index-only
import { rename } from '../../session/sessions/rename.js';

export const window = rename;
