import { lineFrom } from './incoming-text.js';

/** A name for comparison: ignores case, blanks, and variant forms of letters. */
const heard = (name: string): string => lineFrom(name).normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Whether two people have the same name. */
export const isSameName = (one: string, other: string): boolean => heard(one) !== '' && heard(one) === heard(other);
