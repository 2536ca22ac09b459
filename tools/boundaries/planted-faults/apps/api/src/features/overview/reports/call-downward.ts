import { auth } from '../../site/auth/index.js';
import { sessions } from '../../session/sessions/index.js';

export const downward = [auth, sessions];
