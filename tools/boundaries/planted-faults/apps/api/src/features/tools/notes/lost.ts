// breaks: resolvable
import { nothing } from './nothing.js';

export const lost = nothing;
