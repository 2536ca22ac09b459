// breaks: tiers-of-sharing
import { reports } from '../reports/index.js';

export const upward = reports;
