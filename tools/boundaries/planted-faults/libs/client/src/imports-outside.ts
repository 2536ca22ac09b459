// breaks: projects-of-libs-client
import { domain } from '../../domain/src/index.js';

export const imported = domain;
