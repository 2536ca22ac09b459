// breaks: tiers-of-consents
import { chat } from '../../tools/chat/index.js';

export const upward = chat;
