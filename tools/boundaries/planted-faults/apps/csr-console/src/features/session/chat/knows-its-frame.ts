// breaks: shell-is-above-features
import { pageFrame } from '../../../shell/page-frame';

export const framed = pageFrame;
