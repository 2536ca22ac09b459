/** Replaces removed text, in every language. */
export const CARD = '▮▮▮▮ ▮▮▮▮ ▮▮▮▮ ▮▮▮▮';
export const TOKEN = '▮▮▮▮▮▮▮▮';

/** Digits of any width in groups, as people write a card number. */
const DIGITS = /[0-9０-９]+(?:[ \u00a0.\-–][0-9０-９]+)*/g;
/** Machine-generated words: known prefixes, signed tokens, and long mixtures of letters and digits. */
const KNOWN = /\b(?:tandem_|gh[pousr]_|xox[abprs]-|sk_(?:live|test)_|AKIA)[\w-]{12,}/g;
const DOTTED = /[\w.-]{20,}/g;
const SIGNED = /\beyJ[\w-]{8}/;
const LONG = /[A-Za-z0-9_+/=-]{20,}/g;

const LEAST_DIGITS = 13;
const MOST_DIGITS = 19;

/** The check digit of card numbers (ISO/IEC 7812-1, Luhn). */
function isCard(digits: string): boolean {
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS || !/^[2-6]/.test(digits)) return false;
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

/** The last group from here on that completes a card number, as long as possible; -1 when none does. */
function endOfCard(groups: Group[], first: number): number {
  let digits = '';
  let last = -1;
  for (let nth = first; nth < groups.length; nth++) {
    if (digits.length + groups[nth]!.digits.length > MOST_DIGITS) break;
    digits += groups[nth]!.digits;
    if (isCard(digits)) last = nth;
  }
  return last;
}

/** A card number is a sequence of complete groups: an adjacent date or phone number does not hide it. */
function redactRun(run: string): string {
  const groups = groupsOf(run);
  let shown = '';
  let at = 0;
  for (let first = 0; first < groups.length; first++) {
    const last = endOfCard(groups, first);
    if (last < 0) continue;
    shown += run.slice(at, groups[first]!.start) + CARD;
    at = groups[last]!.end;
    first = last;
  }
  return shown + run.slice(at);
}

/** A signed token (JWT) has three parts separated by dots; the signature may be missing. */
function redactSigned(word: string): string {
  const parts = word.split('.');
  const shown: string[] = [];
  for (let nth = 0; nth < parts.length; nth++) {
    const at = (parts[nth + 1]?.length ?? 0) >= 8 ? parts[nth]!.search(SIGNED) : -1;
    shown.push(at < 0 ? parts[nth]! : parts[nth]!.slice(0, at) + TOKEN);
    if (at >= 0) nth += 2;
  }
  return shown.join('.');
}

/**
 * A long word is a token when a part of it mixes letters and digits for long enough, or the whole mixes upper case,
 * lower case and digits; URLs and our ids do neither.
 */
function redactLong(word: string): string {
  const isMixed = word.split(/[-_/]/).some((part) => part.length >= 16 && /\d/.test(part) && /[A-Za-z]/.test(part));
  const isRandom =
    word.length >= 32 && !word.includes('/') && [/\d/, /[a-z]/, /[A-Z]/].every((sort) => sort.test(word));
  return isMixed || isRandom ? TOKEN : word;
}

/** Removes card numbers and tokens. Applied to what leaves a session: its record, its transcript. */
export const redact = (text: string): string =>
  text.replace(KNOWN, TOKEN).replace(DOTTED, redactSigned).replace(LONG, redactLong).replace(DIGITS, redactRun);
