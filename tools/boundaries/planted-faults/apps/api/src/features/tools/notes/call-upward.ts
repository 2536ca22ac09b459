// breaks: tiers-of-notes
import { chat } from '../chat/index.js';

export const upward = chat;
