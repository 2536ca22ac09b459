// breaks: tiers-of-sites
import { users } from '../users/index.js';

export const upward = users;
