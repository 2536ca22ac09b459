/** What stands where something was taken out, in every language. */
export const CARD = '▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮';
export const TOKEN = '▮▮▮▮▮▮▮▮';

/** Digits of any width in groups, as people write a card number. */
const DIGITS = /[0-9０-９]+(?:[ \u00a0.\-–][0-9０-９]+)*/g;
/** Words that only machines write: known beginnings, signed tokens, and long mixtures of letters and digits. */
const KNOWN = /\b(?:tandem_|gh[pousr]_|xox[abprs]-|sk_(?:live|test)_|AKIA)[\w-]{12,}/g;
const SIGNED = /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const LONG = /[A-Za-z0-9_+/=-]{20,}/g;

/** The check digit of card numbers (ISO/IEC 7812-1, Luhn). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || !/^[2-6]/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

interface Group {
  digits: string;
  start: number;
  end: number;
}

function groupsOf(run: string): Group[] {
  return [...run.matchAll(/[0-9０-９]+/g)].map(({ 0: written, index }) => ({
    digits: written.normalize('NFKC'),
    start: index,
    end: index + written.length,
  }));
}

/** A card number is a row of whole groups: neither the date behind it nor the phone number before it hides one. */
function redactRun(run: string): string {
  const groups = groupsOf(run);
  let shown = '';
  let at = 0;
  for (let first = 0; first < groups.length; first++) {
    const last = groups.findLastIndex((_, nth) => nth >= first && isCard(digitsOf(groups.slice(first, nth + 1))));
    if (last < first) continue;
    shown += run.slice(at, groups[first]!.start) + CARD;
    at = groups[last]!.end;
    first = last;
  }
  return shown + run.slice(at);
}
const digitsOf = (groups: Group[]): string => groups.map(({ digits }) => digits).join('');

/**
 * A long word is a token when a part of it mixes letters and digits for long enough, or the whole mixes small letters,
 * capitals and digits; addresses and ids of ours do neither.
 */
function redactLong(word: string): string {
  const isMixed = word.split(/[-_/]/).some((part) => part.length >= 16 && /\d/.test(part) && /[A-Za-z]/.test(part));
  const isRandom =
    word.length >= 32 && !word.includes('/') && [/\d/, /[a-z]/, /[A-Z]/].every((sort) => sort.test(word));
  return isMixed || isRandom ? TOKEN : word;
}

/** A text without card numbers and tokens. Applied to what leaves a session: its record, its transcript. */
export const redact = (text: string): string =>
  text.replace(KNOWN, TOKEN).replace(SIGNED, TOKEN).replace(LONG, redactLong).replace(DIGITS, redactRun);
