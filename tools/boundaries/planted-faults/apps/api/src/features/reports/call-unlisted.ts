// breaks: tiers-of-reports
import { queues } from '../queues/index.js';

export const unlisted = queues;
