// breaks: tiers-of-staff
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
