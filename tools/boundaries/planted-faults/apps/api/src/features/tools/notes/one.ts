// breaks: no-cycles
import { two } from './two.js';

export const one = () => two;
