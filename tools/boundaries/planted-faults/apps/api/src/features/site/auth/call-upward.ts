// breaks: tiers-of-auth
import { sessions } from '../../session/sessions/index.js';

export const upward = sessions;
