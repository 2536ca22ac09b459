// breaks: projects-of-apps-customer-portal
import { page } from '../../csr-console/src/index.js';

export const imported = page;
