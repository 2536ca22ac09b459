import { hasEndlessHost } from '@tandem/domain';

export interface Piece {
  text: string;
  url?: string;
  /** The host that the browser would really ask, in letters that can't pose as others (punycode). */
  host?: string;
}

/**
 * What may stand in a host. Words follow an address without a space in Korean and Japanese ("example.com에서"), so a label
 * of Latin letters ends where another script begins, and the last label is one that ends hosts.
 */
const LATIN = String.raw`[\p{Script=Latin}\d_-]+`;
const ANY = String.raw`[\p{L}\p{M}\p{N}_-]+`;
/** 'Korea', 'dot com', 'dot net' and 'Samsung' end hosts in Hangul. */
const KOREAN_ENDS = String.raw`\ud55c\uad6d|\ub2f7\ucef4|\ub2f7\ub137|\uc0bc\uc131`;
const LAST = String.raw`(?:${KOREAN_ENDS}|${LATIN}|[^\P{L}\p{Script=Latin}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+)`;
const HOST = String.raw`(?:\[[\da-f:.]+\]|(?:(?:${LATIN}|${ANY})\.)*${LAST})`;
const START = new RegExp(String.raw`https?:\/\/(?:[!-.0-;=A-Z[-~]*@)?${HOST}(?::\d{1,5})?`, 'giu');
/** Blanks, marks that take no room, quotes, and the punctuation of Chinese, Japanese and Korean end an address. */
const END =
  /[\s<>"'`«»\u00ad\u200b-\u200f\u2018-\u201f\u2026\u2028-\u202f\u2039\u203a\u2060-\u206f\u3000-\u303f\ufe30-\ufe4f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const WORDS = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const CLOSES: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** A message's text cut into plain pieces and links. Only http and https become links. */
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
 * What of the address follows its host. A part that begins with Hangul may go on in it; after Latin letters it is the
 * sentence that goes on.
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

/** A sentence's own punctuation at the end, and brackets that were not opened inside, are not of the address. */
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
