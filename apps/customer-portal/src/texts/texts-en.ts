import { en as shared } from '@tandem/session-client/texts/en';
import { en } from './en';

export default { ...shared, ...en };
