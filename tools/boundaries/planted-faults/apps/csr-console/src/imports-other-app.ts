// breaks: projects-of-apps-csr-console
import { page } from '../../customer-portal/src/index.js';

export const imported = page;
