import { ko as shared } from '@tandem/session-client/texts/ko';
import { ko } from './ko';

export default { ...shared, ...ko };
