// breaks: policies-are-pure
import { config } from '../../../platform/config/index.js';

export const maySee = () => config;
