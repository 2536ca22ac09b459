// breaks: tiers-of-branding
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
