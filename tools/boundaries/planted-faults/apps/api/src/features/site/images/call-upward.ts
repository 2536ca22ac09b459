// breaks: tiers-of-images
import { invitations } from '../../tools/invitations/index.js';

export const upward = invitations;
