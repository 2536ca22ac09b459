// breaks: tiers-of-users
import { auth } from '../auth/index.js';

export const upward = auth;
