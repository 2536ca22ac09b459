import type { Uses } from '../../../platform/index.js';

export const createClock = ({ clock }: Uses<'clock'>) => ({ clock });
