// breaks: tiers-of-invitations
import { media } from '../media/index.js';

export const upward = media;
