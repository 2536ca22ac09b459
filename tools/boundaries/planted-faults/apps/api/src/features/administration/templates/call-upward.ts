// breaks: tiers-of-templates
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
