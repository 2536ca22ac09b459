// breaks: tiers-of-branding
import { invitations } from '../invitations/index.js';

export const upward = invitations;
