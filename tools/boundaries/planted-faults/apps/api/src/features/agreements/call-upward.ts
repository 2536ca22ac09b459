// breaks: tiers-of-agreements
import { invitations } from '../invitations/index.js';

export const upward = invitations;
