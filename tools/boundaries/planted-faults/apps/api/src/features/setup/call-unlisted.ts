// breaks: tiers-of-setup
import { queues } from '../queues/index.js';

export const unlisted = queues;
