// breaks: tiers-of-images
import { invitations } from '../invitations/index.js';

export const upward = invitations;
