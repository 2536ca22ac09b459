// Texts that are expensive for careless functions.
export type Shape = (length: number) => string;
export interface Work {
  /** Its file. */
  file: string;
  name: string;
  /** Its maximum input, in characters. */
  most: number;
  run(text: string): unknown;
  /** Worst cases for it alone, in addition to the common ones. */
  shapes?: Record<string, Shape>;
}

export const over = (unit: string, end = ''): Shape => {
  return (length) => unit.repeat(Math.max(0, Math.floor((length - end.length) / unit.length))) + end;
};
export const after = (head: string, unit: string, end = ''): Shape => {
  return (length) => head + over(unit, end)(length - head.length);
};

/** Texts that have slowed down such functions: repeated near matches, starts without an end, ends of one character. */
export const SHAPES: Record<string, Shape> = {
  digits: over('1'),
  'digits one by one': over('1 '),
  'card numbers': over('4111 1111 1111 1111 '),
  'nearly card numbers': over('4111-1111-1111-111'),
  letters: over('a'),
  Hangul: over('가'),
  'Hangul letter by letter': over('\u1112\u1161\u11ab'),
  'marks out of order': (length) => `a${'\u0301'.repeat(length / 2)}${'\u0316'.repeat(Math.max(0, length / 2 - 1))}`,
  'blanks before a letter': over(' ', 'x'),
  'lines before a letter': over('\n', 'x'),
  'lines and blanks': over('\n ', 'x'),
  'words between blanks': over('a '),
  'dots before a letter': over('.', 'x'),
  'strokes before a letter': over('/', 'x'),
  hyphens: over('a-'),
  'open braces': over('{'),
  'open double braces': after('{{', ' ', 'x'),
  'braced words': over('{a}'),
  'open tags': over('<a '),
  'open comments': over('<!--'),
  quotes: over('"', 'x'),
  'quoted cells': over('"a",'),
  addresses: over('https://a.example '),
  'an address and dots': after('https://a', '.', 'x'),
  'an address of Hangul': after('https://', '가'),
  'an address of marks': (length) =>
    `https://a${'\u0301'.repeat(Math.max(0, length / 2 - 5))}${'\u0316'.repeat(Math.max(0, length / 2 - 5))}`,
  'an address of many labels': after('https://', 'a.', '가'),
  'many short addresses': over('https://가.'),
  'signed tokens without an end': over('eyJ-'),
  'signed tokens': over('eyJhbGciOi.eyJzdWIiOi.'),
  'known tokens': over('ghp_aaaaaaaaaaaa '),
  'long mixed words': over('aB3'),
  'open brackets': over('['),
  'open pictures': over('![a]('),
  stars: over('*a '),
  'closed and open stars': over('**a*'),
  backticks: over('`a'),
  'deep quotes': over('> '),
  'deep lists': (length) => {
    const depth = Math.floor(Math.sqrt(length));
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(Math.min(i * 2, depth))}- a\n`).join('');
  },
  tables: after('|a|b|\n|-|-|\n', '|a|b|\n'),
  entities: over('&amp'),
  strokes: over('\\'),
  percents: over('%'),
};

/** Runs a function that may refuse its input: a refusal is an answer. */
export const quietly = (work: () => unknown): unknown => {
  try {
    return work();
  } catch {
    return null;
  }
};
