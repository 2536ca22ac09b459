/** Encodings of text files, as spreadsheets here produce them. */
export const TEXT_ENCODINGS = [
  'UTF_8',
  'CP949',
  'WINDOWS_1252',
  'UTF_16LE',
  'UTF_16BE',
  'MACINTOSH',
  'WINDOWS_1250',
  'WINDOWS_1251',
  'SHIFT_JIS',
  'GB18030',
  'BIG5',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
