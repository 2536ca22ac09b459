import { en } from '@tandem/session-client/texts/en';

export default en;
