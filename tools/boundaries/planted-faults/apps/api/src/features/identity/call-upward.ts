// breaks: tiers-of-identity
import { reports } from '../reports/index.js';

export const upward = reports;
