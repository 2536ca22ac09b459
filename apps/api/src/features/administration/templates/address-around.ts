/** Taken for the beginning of an address, or for a whole one, by the programs that mails are read with. */
const ADDRESS =
  /:\/\/|\b(?:mailto|javascript|data|tel|sms):|\bwww\.|[\p{L}\p{N}]\.(?:[a-z]{2}|한국|닷컴|닷넷)|(?:\d{1,3}\.){3}\d/iu;
const VARIABLE = /\{(\w+)\}/g;
/** What these are filled in with is an address itself: what follows would lead it elsewhere, what stands before may too. */
const LENGTHENED = /\{(?:link|address)\}(?:[@:/?#&=%\\]\S|[\w{]|\.\w)|\}\{(?:link|address)\}/;

/**
 * The word in braces that stands in an address, or makes one together with what touches it; null when none does. Whoever
 * words a mail must not have the link, or anything else of its reader, carried to another place.
 */
export function variableInAddress(text: string): string | null {
  for (const word of text.split(/[\s<>"]+/)) {
    const braced = word.match(VARIABLE)?.[0];
    if (braced && (LENGTHENED.test(word) || ADDRESS.test(word.replace(VARIABLE, 'x')))) return braced;
  }
  return null;
}
