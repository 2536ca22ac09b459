// breaks: tiers-of-addresses
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
