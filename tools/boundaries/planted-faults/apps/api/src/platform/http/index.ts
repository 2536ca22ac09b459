// breaks: nobody-imports-main
import { composed } from '../../main/compose.js';

export const http = composed;
