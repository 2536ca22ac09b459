// breaks: tiers-of-consents
import { chat } from '../chat/index.js';

export const upward = chat;
