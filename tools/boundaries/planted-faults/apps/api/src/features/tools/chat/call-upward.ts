// breaks: tiers-of-chat
import { sharing } from '../sharing/index.js';

export const upward = sharing;
