// breaks: tiers-of-history
import { invitations } from '../invitations/index.js';

export const upward = invitations;
