// breaks: tiers-of-media
import { reports } from '../reports/index.js';

export const upward = reports;
