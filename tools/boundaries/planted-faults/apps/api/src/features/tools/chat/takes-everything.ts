// breaks: needs-are-named
import type { Platform, Tx } from '../../../platform/index.js';

export const createClock = ({ clock }: Platform) => ({ clock, run: (tx: Tx) => tx });
