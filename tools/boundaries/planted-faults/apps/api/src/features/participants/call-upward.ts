// breaks: tiers-of-participants
import { chat } from '../chat/index.js';

export const upward = chat;
