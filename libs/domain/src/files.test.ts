import { describe, expect, it } from 'vitest';
import { cleanFileName, extensionOf } from './files.js';

const bytes = (text: string) => encodeURIComponent(text).replace(/%../g, '-').length;

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['C:\\Users\\Kim\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['보고서'.normalize('NFD'), '보고서'],
    ['\u202efdp.exe', 'fdp.exe'],
    ['a\u200bb\u0007c\u2028d\u2029e\ue000f.txt', 'abcdef.txt'],
    ['what? <it> is "this" | that * : .txt', 'what_ _it_ is _this_ _ that _ _ .txt'],
    ['  report.pdf. . ', 'report.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1.log', '_Com1.log'],
    ['LPT9', '_LPT9'],
    ['com¹.txt', '_com¹.txt'],
    ['conin$', '_conin$'],
    ['console.log', 'console.log'],
    ['com10.txt', 'com10.txt'],
    ['a con.txt', 'a con.txt'],
  ])('%j is %j', (given, name) => expect(cleanFileName(given)).toBe(name));

  it.each(['', '   ', '...', '???', '/', 'folder/', '\u200b', '--', '🙂'])('is nothing where %j was given', (given) =>
    expect(cleanFileName(given)).toBeNull(),
  );
});

describe('a long name', () => {
  it('keeps 240 bytes whole, and is cut from 241 on', () => {
    expect(cleanFileName('a'.repeat(240))).toBe('a'.repeat(240));
    expect(cleanFileName('a'.repeat(241))).toBe(`${'a'.repeat(237)}…`);
  });

  it.each([
    ['é', 2],
    ['가', 3],
    ['𠀀', 4],
  ])('is counted as it is stored: %s has %i bytes', (letter, size) => {
    expect(cleanFileName(letter.repeat(240 / size))).toBe(letter.repeat(240 / size));
    const cut = cleanFileName(letter.repeat(240 / size + 1))!;
    expect(cut.endsWith(`${letter}…`)).toBe(true);
    expect(bytes(cut)).toBeLessThanOrEqual(240);
    expect(bytes(cut) + size).toBeGreaterThan(240);
  });

  it('keeps its extension, as long as that is one', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.PDF`)).toBe(`${'a'.repeat(233)}….PDF`);
    const longest = 'x'.repeat(20);
    expect(cleanFileName(`${'a'.repeat(300)}.${longest}`)!.endsWith(`a….${longest}`)).toBe(true);
    expect(cleanFileName(`${'a'.repeat(300)}.${longest}x`)).toBe(`${'a'.repeat(237)}…`);
    expect(cleanFileName(`.${'a'.repeat(300)}`)).toBe(`.${'a'.repeat(236)}…`);
  });

  it('is never cut within a letter, nor after a blank', () => {
    const flag = '🇰🇷';
    expect(cleanFileName(`${'a'.repeat(232)}${flag}b`)).toBe(`${'a'.repeat(232)}…`);
    expect(cleanFileName(`${'a'.repeat(236)} ${'b'.repeat(20)}`)).toBe(`${'a'.repeat(236)}…`);
  });
});

it.each([
  ['report.PDF', 'pdf'],
  ['archive.tar.gz', 'gz'],
  ['README', ''],
  ['.profile', ''],
  ['a.', ''],
  ['a.b', 'b'],
])('the extension of %j is %j', (name, extension) => expect(extensionOf(name)).toBe(extension));
