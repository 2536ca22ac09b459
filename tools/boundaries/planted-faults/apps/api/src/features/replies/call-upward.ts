// breaks: tiers-of-replies
import { reports } from '../reports/index.js';

export const upward = reports;
