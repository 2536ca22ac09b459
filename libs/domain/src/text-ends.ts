/** No host name is longer, and converting long ones to ASCII is expensive: longer text is not parsed as an address. */
const TOO_LONG_A_HOST = /^[^:]*:[/\\]*[^/\\?#]{300}/;
export const hasEndlessHost = (url: string): boolean => TOO_LONG_A_HOST.test(url);

/**
 * Trims these characters from the end of a text. A loop: a regular expression would restart at every position of the
 * text.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
