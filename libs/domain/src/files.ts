import { composed } from './incoming-text.js';
import { withoutEnd } from './text-ends.js';

/** Files of a session: what they are, why one may be refused, and what a name may look like. */

/** SCREENSHOT: a picture that a CSR took of what is viewed; shown to CSRs only. */
export const FILE_KINDS = ['FILE', 'SCREENSHOT'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a file belongs to is found in its bytes; which of them may be published, a site decides. */
export const FILE_CATEGORIES = [
  'DOCUMENTS',
  'IMAGES',
  'AUDIO',
  'VIDEO',
  'ARCHIVES',
  'TEXT',
  'PROGRAMS',
  'OTHER',
] as const;
export type FileCategory = (typeof FILE_CATEGORIES)[number];

export const FILE_REFUSALS = [
  /** The site doesn't allow this sort. */
  'TYPE_NOT_ALLOWED',
  /** The bytes are something else than the name says. */
  'TYPE_MISMATCH',
  'MALWARE',
  /** The virus scanner takes no file of this size, and unlooked at it is not handed on. */
  'TOO_LARGE_TO_SCAN',
  /** What was stored could not be read again as it was written. */
  'DAMAGED',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** DOWNLOAD is written down; PREVIEW shows a screenshot in the page. */
export const FILE_LINK_PURPOSES = ['DOWNLOAD', 'PREVIEW'] as const;
export type FileLinkPurpose = (typeof FILE_LINK_PURPOSES)[number];

/** File systems take 255 bytes; a browser may have to add " (1)". */
const NAME_BYTES = 240;
// controls, marks without a width, and marks that turn the direction of text
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
/** Names of devices under Windows, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
/** In UTF-8. */
const bytes = (text: string): number => [...text].reduce((sum, letter) => sum + bytesOf(letter.codePointAt(0)!), 0);

/** The letters after the last dot, small; empty for a name without. */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at + 1).toLowerCase() : '';
}

/**
 * A file's name as it is shown, and given to whoever downloads it: no folders, nothing unseen, nothing that a file
 * system refuses, short enough. It is never part of a path of ours.
 * @returns null when nothing of it is left
 */
export function cleanFileName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1)!;
  const seen = composed(last).replace(UNSEEN, '').replace(FORBIDDEN, '_');
  const trimmed = withoutEnd(seen.trim(), '. ');
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return null;
  return shorten(trimmed.replace(RESERVED, '_$1'));
}

/** Cuts in the middle of the name, never its extension and never a letter. */
function shorten(name: string): string {
  if (bytes(name) <= NAME_BYTES) return name;
  const extension = extensionOf(name);
  const end = extension && bytes(extension) <= 20 ? `….${name.slice(-extension.length)}` : '…';
  let kept = '';
  // eslint-disable-next-line compat/compat -- the server's alone, which pages may not import
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (bytes(kept + segment + end) > NAME_BYTES) break;
    kept += segment;
  }
  return kept.trimEnd() + end;
}
