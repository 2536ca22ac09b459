import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Failure } from '../../../platform/graphql/index.js';

export interface ReadFont {
  type: 'font/woff2';
  bytes: Uint8Array<ArrayBuffer>;
  /** The weights in CSS syntax: one, or a range. */
  weights: string;
}
const decompress = promisify(brotliDecompress);

/** Enough for all of Hangul and Hanja in every weight; more is a decompression bomb. */
const UNFOLDED = 64 * 1024 * 1024;
const HEADER = 48;
/** TrueType and CFF outlines. Browsers load no font collections. */
const FLAVORS = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** Known tag indexes of the tables that we need (W3C WOFF2, 4.1); 63 precedes a literal tag. */
const TABLE = { cmap: 0, head: 1, glyf: 10, loca: 11, fvar: 47, named: 63 } as const;
const refused = () => new Failure('FONT_REFUSED');

/** Iterates over the table directory. */
class Reader {
  constructor(
    private readonly bytes: Buffer,
    public at: number,
  ) {}
  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw refused();
    return value;
  }
  /** UIntBase128: seven bits a byte, at most five bytes, no leading zeros. */
  size(): number {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const next = this.byte();
      if (i === 0 && next === 0x80) throw refused();
      value = value * 128 + (next & 0x7f);
      if (next < 0x80) return value;
    }
    throw refused();
  }
}

/** @returns the tables, the offset of their compressed bytes and their uncompressed size */
function readDirectory(bytes: Buffer): { tables: Set<number>; dataAt: number; unfolded: number } {
  const reader = new Reader(bytes, HEADER);
  const tables = new Set<number>();
  let unfolded = 0;
  for (let left = bytes.readUInt16BE(12); left > 0; left--) {
    const flags = reader.byte();
    const table = flags & 0x3f;
    if (table === TABLE.named) reader.at += 4;
    const isOutline = table === TABLE.glyf || table === TABLE.loca;
    const isTransformed = isOutline ? flags >> 6 === 0 : flags >> 6 !== 0;
    const original = reader.size();
    unfolded += isTransformed ? reader.size() : original;
    tables.add(table);
  }
  return { tables, dataAt: reader.at, unfolded };
}

function hasHeader(bytes: Buffer): boolean {
  return (
    bytes.length > HEADER &&
    bytes.toString('latin1', 0, 4) === 'wOF2' &&
    FLAVORS.has(bytes.readUInt32BE(4)) &&
    bytes.readUInt32BE(8) === bytes.length &&
    bytes.readUInt16BE(14) === 0
  );
}

/**
 * Validates a web font: a WOFF2 header, a directory with a character map, tables that decompress to the declared size.
 */
export async function readFont(bytes: Buffer): Promise<ReadFont> {
  if (!hasHeader(bytes)) throw refused();
  const { tables, dataAt, unfolded } = readDirectory(bytes);
  const compressed = bytes.readUInt32BE(20);
  const isWhole = dataAt + compressed <= bytes.length && unfolded > 0 && unfolded <= UNFOLDED;
  if (!isWhole || !tables.has(TABLE.cmap) || !tables.has(TABLE.head)) throw refused();
  const data = await decompress(bytes.subarray(dataAt, dataAt + compressed), { maxOutputLength: unfolded }).catch(
    () => null,
  );
  if (data?.length !== unfolded) throw refused();
  const weights = tables.has(TABLE.fvar) ? '100 900' : '400';
  return { type: 'font/woff2', bytes: new Uint8Array(bytes), weights };
}
