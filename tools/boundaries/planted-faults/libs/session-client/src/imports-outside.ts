// breaks: projects-of-libs-session-client
import { page } from '../../../apps/csr-console/src/index.js';

export const imported = page;
