import { lineFrom } from './incoming-text.js';

/** How a name is heard: large and small letters, blanks, and other forms of a letter make no difference. */
const heard = (name: string): string => lineFrom(name).normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Whether two people would be called the same. */
export const isSameName = (one: string, other: string): boolean => heard(one) !== '' && heard(one) === heard(other);
