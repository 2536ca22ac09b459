// breaks: tiers-of-agreements
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
