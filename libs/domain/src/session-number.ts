/** Session numbers: nine digits, shown 3-3-3, never starting with 0 so that no one drops it when reading aloud. */
export const SESSION_NUMBER_DIGITS = 9;
/** Maximum length of typed or pasted text. */
const LONGEST = 100;
const LONGEST_PASTED = 5000;

/** Zero-width characters: chat apps and phones add them to copied text. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const GAP = '[\\s\\-.·\\u2010-\\u2015]?';
const RUN = new RegExp(`(?:^|\\D)(\\d{3}${GAP}\\d{3}${GAP}\\d{3})(?!\\d)`, 'gu');
const plain = (input: string) => input.normalize('NFKC').replace(UNSEEN, '');

/** The digits of a typed number (spaces, dashes, full-width digits), or null when it is invalid. */
export function parseSessionNumber(input: string): string | null {
  if (input.length > LONGEST) return null;
  const digits = plain(input).replace(/[\s\-.·\u2010-\u2015]/gu, '');
  return /^\d{9}$/.test(digits) ? digits : null;
}

/**
 * The number in pasted text: a join link, or a sentence that contains one number, as nine digits or 3-3-3. Null if
 * there is none, or more than one.
 */
export function findSessionNumber(input: string): string | null {
  const text = plain(input.slice(0, LONGEST_PASTED));
  const inLink = /\/j\/(\d{9})/.exec(text)?.[1];
  if (inLink) return inLink;
  const runs = new Set([...text.matchAll(RUN)].map(([, run]) => run!.replace(/\D/g, '')));
  return runs.size === 1 ? [...runs][0]! : null;
}

/** `123456789` → `123 456 789`. */
export function formatSessionNumber(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}
