// breaks: tiers-of-settings
import { reports } from '../reports/index.js';

export const upward = reports;
