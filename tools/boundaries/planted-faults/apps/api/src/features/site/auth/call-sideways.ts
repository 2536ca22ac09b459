import { users } from '../users/index.js';

export const sideways = users;
