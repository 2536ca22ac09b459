export interface Piece {
  text: string;
  url?: string;
  /** The host that the browser would really ask, in letters that can't pose as others (punycode). */
  host?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;
const TRAILING = /[.,;:!?)\]}、。]+$/;

/** A message's text cut into plain pieces and links. Only http and https become links. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = match[0].replace(TRAILING, '');
    const url = URL.canParse(shown) ? new URL(shown) : null;
    if (!url) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: shown, url: url.href, host: url.host });
    end = match.index + shown.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
