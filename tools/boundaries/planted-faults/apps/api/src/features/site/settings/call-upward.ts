// breaks: tiers-of-settings
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
