import { LIMITS } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import { sanitiseSvg } from './sanitise-svg.js';

export interface ReadImage {
  type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  bytes: Uint8Array<ArrayBuffer>;
}
interface Size {
  width: number;
  height: number;
}

const DATA_URL = /^data:[\w.+-]+\/[\w.+-]+(?:;charset=[\w-]+)?;base64,([A-Za-z0-9+/]+={0,2})$/;
const refused = () => new Failure('IMAGE_REFUSED');

/** Markers that start a JPEG frame header, which contains its size. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2))
    if (isFrame(bytes[at + 1]!)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  return null;
}

function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Detects the type from the bytes, whatever the declared type. */
function bitmapOf(bytes: Buffer): { type: ReadImage['type']; size: Size | null } | null {
  if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n' && bytes.length > 24)
    return { type: 'image/png', size: { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } };
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { type: 'image/jpeg', size: jpegSize(bytes) };
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return { type: 'image/webp', size: webpSize(bytes) };
  return null;
}

/**
 * An image from a data URL: PNG, JPEG or WebP by magic number, within the size limits, or an SVG reduced to shapes.
 * @throws Failure
 */
export function readImage(dataUrl: string): ReadImage {
  const encoded = DATA_URL.exec(dataUrl)?.[1];
  if (!encoded) throw refused();
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length > LIMITS.imageBytes) throw new Failure('IMAGE_TOO_LARGE', { kilobytes: LIMITS.imageBytes / 1024 });
  const bitmap = bitmapOf(bytes);
  if (!bitmap) {
    const read = sanitiseSvg(bytes);
    if (!read) throw refused();
    if ('svg' in read) return { type: 'image/svg+xml', bytes: new Uint8Array(Buffer.from(read.svg)) };
    throw read.leftOut.length ? new Failure('IMAGE_EMPTY', { parts: read.leftOut.slice(0, 5).join(', ') }) : refused();
  }
  const { width = 0, height = 0 } = bitmap.size ?? {};
  if (!width || !height || width > LIMITS.imageSide || height > LIMITS.imageSide) throw refused();
  return { type: bitmap.type, bytes: new Uint8Array(bytes) };
}
