// breaks: domain-is-alone, projects-of-libs-domain
import { contract } from '../../contract/src/index.js';

export const imported = contract;
