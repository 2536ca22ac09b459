// breaks: tiers-of-participants
import { chat } from '../../tools/chat/index.js';

export const upward = chat;
