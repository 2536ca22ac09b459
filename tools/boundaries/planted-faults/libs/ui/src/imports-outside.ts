// breaks: projects-of-libs-ui
import { media } from '../../media/src/index.js';

export const imported = media;
