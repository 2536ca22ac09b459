// breaks: tiers-of-history
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
