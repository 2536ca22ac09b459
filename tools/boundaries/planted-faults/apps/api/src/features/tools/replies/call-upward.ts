// breaks: tiers-of-replies
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
