// breaks: tiers-of-setup
import { queues } from '../../tools/queues/index.js';

export const unlisted = queues;
