// breaks: tiers-of-files
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
