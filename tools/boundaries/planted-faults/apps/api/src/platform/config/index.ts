// breaks: projects-of-apps-api
import { ui } from '../../../../../libs/ui/src/index.js';

export const config = ui;
