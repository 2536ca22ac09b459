import { hasEndlessHost } from '@tandem/domain';

export interface Piece {
  text: string;
  url?: string;
  /** The host that the browser would open, in punycode, so that no letter imitates another. */
  host?: string;
}

/**
 * The characters of a host. In Korean and Japanese a word follows an address without a space ("example.com에서"), so a label
 * of Latin letters ends where another script starts, and the last label must be a top-level domain.
 */
const LATIN = String.raw`[\p{Script=Latin}\d_-]+`;
const ANY = String.raw`[\p{L}\p{M}\p{N}_-]+`;
/** The Hangul top-level domains: 'Korea', 'dot com', 'dot net' and 'Samsung'. */
const KOREAN_ENDS = String.raw`\ud55c\uad6d|\ub2f7\ucef4|\ub2f7\ub137|\uc0bc\uc131`;
const LAST = String.raw`(?:${KOREAN_ENDS}|${LATIN}|[^\P{L}\p{Script=Latin}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+)`;
const HOST = String.raw`(?:\[[\da-f:.]+\]|(?:(?:${LATIN}|${ANY})\.)*${LAST})`;
const START = new RegExp(String.raw`https?:\/\/(?:[!-.0-;=A-Z[-~]*@)?${HOST}(?::\d{1,5})?`, 'giu');
/** Whitespace, zero-width characters, quotes and CJK punctuation end an address. */
const END =
  /[\s<>"'`«»\u00ad\u200b-\u200f\u2018-\u201f\u2026\u2028-\u202f\u2039\u203a\u2060-\u206f\u3000-\u303f\ufe30-\ufe4f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const WORDS = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const CLOSES: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Splits a message into plain text and links. Only http and https become links. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < end) continue;
    const shown = withoutTrail(match[0] + pathAfter(text, match.index + match[0].length));
    const url = hasEndlessHost(shown) ? null : parseUrl(shown);
    if (!url) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: shown, url: url.href, host: url.host });
    end = match.index + shown.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/**
 * The path, query and fragment after a host. A part that starts with Hangul may contain more of it; after Latin letters,
 * Hangul belongs to the sentence.
 */
function pathAfter(text: string, from: number): string {
  if (!'/?#'.includes(text[from] ?? ' ')) return '';
  let mayHoldWords = false;
  let at = from;
  for (; at < text.length && !END.test(text[at]!); at++) {
    const isAtStart = '/?#=&'.includes(text[at - 1]!) && at > from;
    const isWord = WORDS.test(text[at]!);
    if (isAtStart) mayHoldWords = isWord;
    else if ('/?#=&'.includes(text[at]!)) mayHoldWords = false;
    if (isWord && !mayHoldWords) break;
  }
  return text.slice(from, at);
}

/** Punctuation at the end, and closing brackets without an opening one, belong to the sentence. */
function withoutTrail(address: string): string {
  const count = (letter: string) => address.split(letter).length - 1;
  const surplus = Object.fromEntries(
    Object.entries(CLOSES).map(([closing, opening]) => [closing, count(closing) - count(opening)]),
  );
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (surplus[last] !== undefined ? surplus[last]-- <= 0 : !'.,;:!?'.includes(last)) break;
  }
  return address.slice(0, end);
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
