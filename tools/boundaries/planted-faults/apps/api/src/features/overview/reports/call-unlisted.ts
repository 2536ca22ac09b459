// breaks: tiers-of-reports
import { queues } from '../../tools/queues/index.js';

export const unlisted = queues;
