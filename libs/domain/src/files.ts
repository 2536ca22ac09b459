import { composed } from './incoming-text.js';
import { withoutEnd } from './text-ends.js';

/** Files of a session: categories, reasons for refusal, and valid names. */

/** SCREENSHOT: a picture that a CSR took of a viewed screen; shown to CSRs only. */
export const FILE_KINDS = ['FILE', 'SCREENSHOT'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The category is detected from the content; a site decides which ones may be published. */
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
  /** The site doesn't allow this category. */
  'TYPE_NOT_ALLOWED',
  /** The content contradicts the name. */
  'TYPE_MISMATCH',
  'MALWARE',
  /** The virus scanner accepts no file of this size, and unscanned files are not published. */
  'TOO_LARGE_TO_SCAN',
  /** The stored content is damaged. */
  'DAMAGED',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** DOWNLOAD is logged; PREVIEW shows a screenshot in the page. */
export const FILE_LINK_PURPOSES = ['DOWNLOAD', 'PREVIEW'] as const;
export type FileLinkPurpose = (typeof FILE_LINK_PURPOSES)[number];

/** File systems allow 255 bytes; a browser may have to append " (1)". */
const NAME_BYTES = 240;
// controls, zero-width characters, and bidirectional formatting characters
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
/** Device names of Windows, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
/** In UTF-8. */
const bytes = (text: string): number => [...text].reduce((sum, letter) => sum + bytesOf(letter.codePointAt(0)!), 0);

/** The extension in lower case; empty without one. */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at + 1).toLowerCase() : '';
}

/**
 * Sanitises a file's name for display and downloads: no folders, no invisible characters, nothing that a file system
 * refuses, short enough. It is never used as a path on the server.
 * @returns null when nothing of it is left
 */
export function cleanFileName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1)!;
  const seen = composed(last).replace(UNSEEN, '').replace(FORBIDDEN, '_');
  const trimmed = withoutEnd(seen.trim(), '. ');
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return null;
  return shorten(trimmed.replace(RESERVED, '_$1'));
}

/** Shortens in the middle of the name, never its extension, and never splits a character. */
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
