import { extensionOf } from '@tandem/domain';
import { KNOWN, OLE, ZIP, type FoundType, type KnownType } from './known-types.js';

export type { FoundType } from './known-types.js';

const byExtension = new Map(KNOWN.flatMap((known) => known.extensions.map((extension) => [extension, known])));
const byMediaType = new Map(KNOWN.map((known) => [known.mediaType, known]));
/** By content, whatever the name; those that share their beginning stand for their archive. */
const PROGRAM_MAGIC = KNOWN.filter(({ category, magic }) => category === 'PROGRAMS' && magic !== OLE && magic !== ZIP);
const OTHER: FoundType = { category: 'OTHER', mediaType: 'application/octet-stream' };

/** How much of a file's beginning is looked at. */
export const LOOKED_AT = 4096;

function begins(head: Buffer, { magic }: KnownType): boolean {
  if (magic === 'text') return isText(head);
  return magic.some(([at, hex]) => head.subarray(at, at + hex.length / 2).toString('hex') === hex);
}

// control characters that no text has; a text in UTF-16 says so at its beginning
const isText = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) ||
  (head[0] === 0xfe && head[1] === 0xff) ||
  !head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));

const isProgram = (head: Buffer): KnownType | undefined =>
  PROGRAM_MAGIC.find((known) => known.magic !== 'text' && begins(head, known)) ??
  (head.subarray(0, 2).toString() === '#!' ? byExtension.get('sh') : undefined);

/** What the name alone says; null for an extension that we don't know. */
export const typeByName = (name: string): FoundType | null => byExtension.get(extensionOf(name)) ?? null;

/**
 * What a file is, where name, declared type and bytes agree.
 * @returns null when they don't
 */
export function findType(head: Buffer, name: string, declared: string): FoundType | null {
  const named = byExtension.get(extensionOf(name));
  const program = isProgram(head);
  // a program is one under a program's name alone
  if (program && named?.category !== 'PROGRAMS') return null;
  if (named && !begins(head, named)) return null;
  const { category, mediaType } =
    named ?? KNOWN.find((known) => known.magic !== 'text' && begins(head, known)) ?? OTHER;
  return agrees(declared, mediaType, head) ? { category, mediaType } : null;
}

/** Browsers take the declared type from the name, each in its own way: only what contradicts the bytes counts. */
function agrees(declared: string, found: string, head: Buffer): boolean {
  const claimed = byMediaType.get(declared.split(';')[0]!.trim().toLowerCase());
  return !claimed || claimed.mediaType === found || begins(head, claimed);
}

/** The harmless file that every scanner recognises; so do we, also without one. */
const EICAR = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-' + 'TEST-FILE!$H+H*');
export const isTestVirus = (head: Buffer): boolean => head.subarray(0, EICAR.length).equals(EICAR);
