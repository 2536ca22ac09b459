// breaks: tiers-of-auth
import { sessions } from '../sessions/index.js';

export const upward = sessions;
