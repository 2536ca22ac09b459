// breaks: tiers-of-staff
import { invitations } from '../invitations/index.js';

export const upward = invitations;
