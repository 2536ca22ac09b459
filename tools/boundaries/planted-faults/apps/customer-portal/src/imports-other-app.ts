// breaks: projects-of-apps-customer-portal, quasar-in-the-console
import { page } from '../../csr-console/src/index.js';
import { QBtn } from 'quasar';

export const imported = [page, QBtn];
