// breaks: projects-of-libs-contract
import { domain } from '../../domain/src/index.js';

export const imported = domain;
