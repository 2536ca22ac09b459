// breaks: tiers-of-media
import { reports } from '../../overview/reports/index.js';

export const upward = reports;
