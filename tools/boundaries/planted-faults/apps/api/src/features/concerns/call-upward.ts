// breaks: tiers-of-concerns
import { reports } from '../reports/index.js';

export const upward = reports;
