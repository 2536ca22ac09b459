// breaks: tiers-of-identity
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
