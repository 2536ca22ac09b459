// breaks: tiers-of-templates
import { invitations } from '../invitations/index.js';

export const upward = invitations;
