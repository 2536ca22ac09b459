import { extensionOf, type FileCategory } from '@tandem/domain';
import { fileTypeFromBuffer } from 'file-type';
import { KNOWN, OLE, ZIP, type FoundType, type KnownType } from './known-types.js';

export type { FoundType } from './known-types.js';

const byExtension = new Map(KNOWN.flatMap((known) => known.extensions.map((extension) => [extension, known])));
const byMediaType = new Map(KNOWN.map((known) => [known.mediaType, known]));
/** By content, whatever the name; those that share their beginning stand for their archive. */
const PROGRAM_MAGIC = KNOWN.filter(({ category, magic }) => category === 'PROGRAMS' && magic !== OLE && magic !== ZIP);
const OTHER: FoundType = { category: 'OTHER', mediaType: 'application/octet-stream' };

/** How much of a file's beginning is looked at. */
export const HEAD_BYTES = 4096;
/** Readers take a PDF that begins within so many bytes (PDF 1.7, annex H 3.4.1): mails and printers put something before it. */
const PDF_WITHIN = 1024;

function begins(head: Buffer, { magic, mediaType }: KnownType): boolean {
  if (magic === 'text') return isText(head);
  if (mediaType === 'application/pdf') return head.subarray(0, PDF_WITHIN).includes('%PDF-');
  return magic.some(([at, hex]) => head.subarray(at, at + hex.length / 2).toString('hex') === hex);
}

/** Besides what texts are made of: bell, backspace and escape of terminals, form feed, and the end of a file under DOS. */
const IN_TEXT = new Set([0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
const isUtf16 = (head: Buffer) => (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
// control characters that no text has; a text in UTF-16 says so at its beginning
const isText = (head: Buffer): boolean => isUtf16(head) || !head.some((byte) => byte < 0x20 && !IN_TEXT.has(byte));

/** A text that a system runs when it is opened. */
const SCRIPT =
  /^\s*(?:#!|@echo\b|<\?php|<job\b|<package\b|<hta:|on error resume\b|windows registry editor|regedit4|\[internetshortcut\])/i;

function isProgram(head: Buffer): boolean {
  const found = PROGRAM_MAGIC.find((known) => known.magic !== 'text' && begins(head, known));
  // two letters begin a program of Windows, and many a text
  const isWritten = found?.mediaType === byExtension.get('exe')!.mediaType && isText(head);
  return (found !== undefined && !isWritten) || head.subarray(0, 2).toString() === '#!';
}

/** What the name alone says; null for an extension that we don't know. */
export const typeByName = (name: string): FoundType | null => byExtension.get(extensionOf(name)) ?? null;

const written = (head: Buffer): string => {
  const encoding = isUtf16(head) ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1';
  return new TextDecoder(encoding).decode(head).replace(/^(?:\uFEFF|ï»¿)/, '');
};

/** What kind of text it is; null for a script. */
function textType(head: Buffer): FoundType | null {
  const text = written(head);
  if (SCRIPT.test(text)) return null;
  if (/^\s*<(?:!doctype html|html|head|meta|body|table|style)\b/i.test(text)) return byMediaType.get('text/html')!;
  return byMediaType.get(/^\s*<\?xml\b/.test(text) ? 'application/xml' : 'text/plain')!;
}

/** Parts of Office's documents, by what they are. */
const OFFICE_PARTS = { 'word/': 'docx', 'xl/': 'xlsx', 'ppt/': 'pptx', 'application/hwp+zip': 'hwpx' };

function inArchive(head: Buffer): KnownType {
  const part = Object.entries(OFFICE_PARTS).find(([name]) => head.includes(name));
  return byExtension.get(part?.[1] ?? 'zip')!;
}

/** Sorts that `file-type` tells and whose first word says nothing of it. */
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

/** What the bytes are, whatever they are called; null for what nobody knows. */
async function recognise(head: Buffer): Promise<FoundType | null> {
  const told = await fileTypeFromBuffer(head).catch(() => undefined); // its beginning alone may tell nothing
  if (told?.mime === 'application/zip') return inArchive(head);
  const found = told
    ? (byMediaType.get(told.mime) ?? { category: sortOf(told.mime), mediaType: told.mime })
    : (KNOWN.find((known) => known.magic !== 'text' && begins(head, known)) ?? null);
  // a text may begin with the few letters that begin a picture or a film, hardly with those of a document
  const isWritten = found !== null && isText(head) && ['IMAGES', 'AUDIO', 'VIDEO', 'ARCHIVES'].includes(found.category);
  return isWritten ? null : found;
}

/** Harmless kinds are confused with each other all the time: by people who rename, and by programs that export. */
async function asItsBytes(head: Buffer, named: KnownType): Promise<FoundType | null> {
  const found = await recognise(head);
  if (found?.category === 'PROGRAMS') return null;
  if (!isText(head)) return found;
  if (found?.category === 'DOCUMENTS') return found; // RTF, and PDFs without a binary byte
  return named.category === 'DOCUMENTS' ? textType(head) : null;
}

/**
 * What a file is. What its name and its bytes agree on holds, whatever the sender's system calls it; where they don't, its
 * bytes decide, unless a program hides in it or nobody knows what it is.
 * @returns null for what is refused as something else than its name says
 */
export async function findType(head: Buffer, name: string, declared: string): Promise<FoundType | null> {
  const named = byExtension.get(extensionOf(name));
  const isNamedProgram = named?.category === 'PROGRAMS';
  if (isProgram(head) && !isNamedProgram) return null;
  if (named && begins(head, named)) return pick(named);
  if (isNamedProgram) return null;
  if (named) return pick(await asItsBytes(head, named));
  const found = (await recognise(head)) ?? OTHER;
  return agrees(declared, found.mediaType, head) ? pick(found) : null;
}

const pick = (found: FoundType | null): FoundType | null =>
  found && { category: found.category, mediaType: found.mediaType };

/** Of a file without a name that says something, the sender's word counts as one: it must not contradict the bytes. */
function agrees(declared: string, found: string, head: Buffer): boolean {
  const claimed = byMediaType.get(declared.split(';')[0]!.trim().toLowerCase());
  return !claimed || claimed.mediaType === found || begins(head, claimed);
}

/** The harmless file that every scanner recognises; so do we, also without one. */
const EICAR = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-' + 'TEST-FILE!$H+H*');
export const isTestVirus = (head: Buffer): boolean => head.subarray(0, EICAR.length).equals(EICAR);
