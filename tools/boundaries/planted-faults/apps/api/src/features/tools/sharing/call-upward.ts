// breaks: tiers-of-sharing
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
