// breaks: tiers-of-mail
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
