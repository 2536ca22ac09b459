/** Text that mail programs turn into a link, or into the start of one. */
const URL_LIKE =
  /:\/\/|\b(?:mailto|javascript|data|tel|sms):|\bwww\.|[\p{L}\p{N}]\.(?:[a-z]{2}|한국|닷컴|닷넷)|(?:\d{1,3}\.){3}\d/iu;
const VARIABLE = /\{(\w+)\}/g;
/** These variables are URLs: text directly after or before one would change where it leads. */
const ADJACENT_TEXT = /\{(?:link|address)\}(?:[@:/?#&=%\\]\S|[\w{]|\.\w)|\}\{(?:link|address)\}/;

/**
 * The variable that is part of a URL, or forms one together with adjacent text; null when none is. An author of a mail
 * must not be able to send its link, or other data of the recipient, elsewhere.
 */
export function variableInUrl(text: string): string | null {
  for (const word of text.split(/[\s<>"]+/)) {
    const variable = word.match(VARIABLE)?.[0];
    if (variable && (ADJACENT_TEXT.test(word) || URL_LIKE.test(word.replace(VARIABLE, 'x')))) return variable;
  }
  return null;
}
