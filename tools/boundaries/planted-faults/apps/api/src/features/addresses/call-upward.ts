// breaks: tiers-of-addresses
import { invitations } from '../invitations/index.js';

export const upward = invitations;
