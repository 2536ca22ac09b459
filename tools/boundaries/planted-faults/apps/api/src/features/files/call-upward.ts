// breaks: tiers-of-files
import { reports } from '../reports/index.js';

export const upward = reports;
