// breaks: tiers-of-roles
import { auth } from '../auth/index.js';

export const upward = auth;
