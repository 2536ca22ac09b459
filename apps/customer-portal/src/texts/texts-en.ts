import { firstEn } from '@tandem/session-client/texts/first/en';
import { en } from './en';

export default { ...firstEn, ...en };
