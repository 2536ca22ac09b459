import type { TextEncoding } from '@tandem/domain';
import iconv from 'iconv-lite';

const NAMES: Record<TextEncoding, string> = {
  UTF_8: 'utf8',
  CP949: 'cp949', // all of Hangul, as Windows encodes it; Node's `euc-kr` has a fifth of it
  WINDOWS_1252: 'win1252',
  UTF_16LE: 'utf-16le',
  UTF_16BE: 'utf-16be',
  MACINTOSH: 'macintosh',
  WINDOWS_1250: 'win1250',
  WINDOWS_1251: 'win1251',
  SHIFT_JIS: 'shift_jis',
  GB18030: 'gb18030',
  BIG5: 'big5',
};
/** Byte order marks. */
const MARKS: [mark: string, encoding: TextEncoding][] = [
  ['efbbbf', 'UTF_8'],
  ['fffe', 'UTF_16LE'],
  ['feff', 'UTF_16BE'],
];

export const decode = (bytes: Buffer, encoding: TextEncoding): string => iconv.decode(bytes, NAMES[encoding]);

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** ASCII letters in UTF-16 have a zero byte, always on the same side. */
function utf16Of(bytes: Buffer): TextEncoding | null {
  const empty = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) empty[at % 2]!++;
  });
  const [even, odd] = empty as [number, number];
  const few = bytes.length / 50;
  if (odd > few && even < few) return 'UTF_16LE';
  return even > few && odd < few ? 'UTF_16BE' : null;
}

const WORD = /[^\s,;|"]+/g;
const IS_PLAIN = /^\p{ASCII}*$/u;
/** Impossible in a name: replacement characters, symbols between letters, one Hangul syllable inside a Latin word. */
const ODD = /[\ufffd\p{C}\p{S}\p{No}]|[a-z]\p{Script=Hangul}|\p{Script=Hangul}[a-z]/iu;

/** The number of words that look wrongly decoded. */
const oddWords = (text: string): number =>
  (text.match(WORD) ?? []).filter((word) => !IS_PLAIN.test(word) && ODD.test(word)).length;

/** Detects the encoding of a file: by its byte order mark, else the one with the fewest wrong words. */
export function encodingOf(bytes: Buffer): TextEncoding {
  const start = bytes.subarray(0, 3).toString('hex');
  const marked = MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  if (marked) return marked;
  if (isUtf8(bytes) && !bytes.includes(0)) return 'UTF_8';
  const utf16 = utf16Of(bytes);
  if (utf16) return utf16;
  const guesses = (['UTF_8', 'CP949', 'WINDOWS_1252'] as const)
    .map((encoding) => ({ encoding, text: decode(bytes, encoding) }))
    .filter(({ encoding, text }) => encoding !== 'UTF_8' || /[^\p{ASCII}\ufffd]/u.test(text))
    .map(({ encoding, text }) => ({ encoding, odd: oddWords(text) }));
  return guesses.reduce((best, each) => (each.odd < best.odd ? each : best)).encoding;
}

/** Files that are mistaken for CSV because spreadsheets open them. */
export function otherKind(bytes: Buffer): 'WORKBOOK' | 'WEB_PAGE' | null {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start === '504b0304' || start === 'd0cf11e0') return 'WORKBOOK';
  const beginning = decode(bytes.subarray(0, 400), encodingOf(bytes.subarray(0, 400)));
  return /^[\s\ufeff]*<(!doctype|html|head|meta|body|table|\?xml)\b/i.test(beginning) ? 'WEB_PAGE' : null;
}
