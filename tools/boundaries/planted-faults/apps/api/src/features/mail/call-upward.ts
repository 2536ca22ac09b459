// breaks: tiers-of-mail
import { invitations } from '../invitations/index.js';

export const upward = invitations;
