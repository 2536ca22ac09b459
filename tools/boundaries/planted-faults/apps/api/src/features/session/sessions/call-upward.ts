// breaks: tiers-of-sessions
import { participants } from '../participants/index.js';

export const upward = participants;
