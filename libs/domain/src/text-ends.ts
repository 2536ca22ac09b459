/** No host is that long, and one of any length is much work to write in ASCII: nothing of this kind is read as an address. */
const TOO_LONG_A_HOST = /^[^:]*:[/\\]*[^/\\?#]{300}/;
export const hasEndlessHost = (url: string): boolean => TOO_LONG_A_HOST.test(url);

/** A text without these signs at its end. Walked from there: a pattern for it begins anew at every place of the text. */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
