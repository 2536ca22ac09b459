import { firstKo } from '@tandem/session-client/texts/first/ko';
import { ko } from './ko';

export default { ...firstKo, ...ko };
