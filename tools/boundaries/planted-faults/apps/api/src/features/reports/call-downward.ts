import { auth } from '../auth/index.js';
import { sessions } from '../sessions/index.js';

export const downward = [auth, sessions];
