// breaks: projects-of-libs-media
import { ui } from '../../ui/src/index.js';

export const imported = ui;
