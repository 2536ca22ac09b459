// breaks: tiers-of-concerns
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
