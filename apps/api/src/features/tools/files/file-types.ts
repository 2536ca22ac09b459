import { extensionOf, type FileCategory } from '@tandem/domain';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES, OLE, ZIP, type DetectedType, type ListedType } from './magic-numbers.js';

export type { DetectedType } from './magic-numbers.js';

const byExtension = new Map(FILE_TYPES.flatMap((type) => type.extensions.map((extension) => [extension, type])));
const byMediaType = new Map(FILE_TYPES.map((type) => [type.mediaType, type]));
/** Types by content; types that share a magic number are represented by their container. */
const PROGRAM_MAGIC = FILE_TYPES.filter(
  ({ category, magic }) => category === 'PROGRAMS' && magic !== OLE && magic !== ZIP,
);
const OTHER: DetectedType = { category: 'OTHER', mediaType: 'application/octet-stream' };

/** The number of first bytes that are inspected. */
export const HEAD_BYTES = 4096;
/**
 * Readers accept a PDF whose header is within this many bytes (PDF 1.7, annex H 3.4.1): mailers and printers prepend
 * data.
 */
const PDF_WITHIN = 1024;

function begins(head: Buffer, { magic, mediaType }: ListedType): boolean {
  if (magic === 'text') return isText(head);
  if (mediaType === 'application/pdf') return head.subarray(0, PDF_WITHIN).includes('%PDF-');
  return magic.some(([at, hex]) => head.subarray(at, at + hex.length / 2).toString('hex') === hex);
}

/** Besides printable text: bell, backspace and escape of terminals, form feed, and the DOS end-of-file character. */
const IN_TEXT = new Set([0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
const isUtf16 = (head: Buffer) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
// control characters that no text contains; UTF-16 text starts with a byte order mark
const isText = (head: Buffer): boolean => isUtf16(head) || !head.some((byte) => byte < 0x20 && !IN_TEXT.has(byte));

/** A text that a system executes when it is opened. */
const SCRIPT =
  /^\s*(?:#!|@echo\b|<\?php|<job\b|<package\b|<hta:|on error resume\b|windows registry editor|regedit4|\[internetshortcut\])/i;

function isProgram(head: Buffer): boolean {
  const found = PROGRAM_MAGIC.find((type) => type.magic !== 'text' && begins(head, type));
  // two letters are the magic number of Windows programs, and the start of many texts
  const isWritten = found?.mediaType === byExtension.get('exe')!.mediaType && isText(head);
  return (found !== undefined && !isWritten) || head.subarray(0, 2).toString() === '#!';
}

/** The type by extension alone; null for an unknown extension. */
export const typeByName = (name: string): DetectedType | null => byExtension.get(extensionOf(name)) ?? null;

const written = (head: Buffer): string => {
  const encoding = isUtf16(head) ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1';
  return new TextDecoder(encoding).decode(head).replace(/^(?:\uFEFF|ï»¿)/, '');
};

/** The type of a text; null for a script. */
function textType(head: Buffer): DetectedType | null {
  const text = written(head);
  if (SCRIPT.test(text)) return null;
  if (/^\s*<(?:!doctype html|html|head|meta|body|table|style)\b/i.test(text)) return byMediaType.get('text/html')!;
  return byMediaType.get(/^\s*<\?xml\b/.test(text) ? 'application/xml' : 'text/plain')!;
}

/** Office formats inside a container, by their content type. */
const OFFICE_PARTS = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx', 'application/hwp+zip': 'hwpx' };

function inArchive(head: Buffer): ListedType {
  const part = Object.entries(OFFICE_PARTS).find(([name]) => head.includes(name));
  return byExtension.get(part?.[1] ?? 'zip')!;
}

/** Types of `file-type` that its category does not describe. */
const SORTS: [FileCategory, RegExp][] = [
  ['PROGRAMS', /x-msdownload|java-|x-elf|x-mach-binary|ms\.shortcut|x-deb|x-rpm|wasm|chrome-extension|android/],
  ['DOCUMENTS', /pdf|rtf|officedocument|opendocument|epub|x-cfb|visio|mobipocket|postscript/],
  ['ARCHIVES', /zip|7z|x-rar|x-xz|zstd|x-tar|cab-compressed|x-compress|x-arj|x-lz|x-ace|x-cpio|x-unix-archive/],
  ['TEXT', /xml|calendar|vcard|subrip|vtt|x-pcap-ascii/],
];

function sortOf(mediaType: string): FileCategory {
  const first = mediaType.split('/')[0]!.toUpperCase();
  if (first === 'IMAGE') return 'IMAGES';
  if (first === 'AUDIO' || first === 'VIDEO') return first;
  return SORTS.find(([, pattern]) => pattern.test(mediaType))?.[0] ?? 'OTHER';
}

/** The type of the content, whatever its name; null if unknown. */
async function recognise(head: Buffer): Promise<DetectedType | null> {
  const told = await fileTypeFromBuffer(head).catch(() => undefined); // the first bytes alone may be inconclusive
  if (told?.mime === 'application/zip') return inArchive(head);
  const found = told
    ? (byMediaType.get(told.mime) ?? { category: sortOf(told.mime), mediaType: told.mime })
    : (FILE_TYPES.find((type) => type.magic !== 'text' && begins(head, type)) ?? null);
  // a text may start with the short magic number of a picture or film, but hardly with that of a document
  const isWritten = found !== null && isText(head) && ['IMAGES', 'AUDIO', 'VIDEO', 'ARCHIVES'].includes(found.category);
  return isWritten ? null : found;
}

/** Harmless types that are often confused: by people who rename files, and by programs that export. */
async function asItsBytes(head: Buffer, named: ListedType): Promise<DetectedType | null> {
  const found = await recognise(head);
  if (found?.category === 'PROGRAMS') return null;
  if (!isText(head)) return found;
  if (found?.category === 'DOCUMENTS') return found; // RTF, and PDFs without a binary byte
  return named.category === 'DOCUMENTS' ? textType(head) : null;
}

/**
 * Decides the type of a file. If name and content agree, that type holds, whatever type was declared; otherwise the
 * content decides, unless it hides a program or is unknown.
 * @returns null for a file that is refused because its content contradicts its name
 */
export async function findType(head: Buffer, name: string, declared: string): Promise<DetectedType | null> {
  const named = byExtension.get(extensionOf(name));
  const isNamedProgram = named?.category === 'PROGRAMS';
  if (isProgram(head) && !isNamedProgram) return null;
  if (named && begins(head, named)) return pick(named);
  if (isNamedProgram) return null;
  if (named) return pick(await asItsBytes(head, named));
  const found = (await recognise(head)) ?? OTHER;
  return agrees(declared, found.mediaType, head) ? pick(found) : null;
}

const pick = (found: DetectedType | null): DetectedType | null =>
  found && { category: found.category, mediaType: found.mediaType };

/** Without a meaningful extension, the declared type is used instead: it must not contradict the content. */
function agrees(declared: string, found: string, head: Buffer): boolean {
  const claimed = byMediaType.get(declared.split(';')[0]!.trim().toLowerCase());
  return !claimed || claimed.mediaType === found || begins(head, claimed);
}

/** The EICAR test file, which every scanner detects; we do too, also without a scanner. */
const EICAR = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-' + 'TEST-FILE!$H+H*');
export const isTestVirus = (head: Buffer): boolean => head.subarray(0, EICAR.length).equals(EICAR);
