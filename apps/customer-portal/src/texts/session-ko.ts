import { ko } from '@tandem/session-client/texts/ko';

export default ko;
