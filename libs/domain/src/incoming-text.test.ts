import { describe, expect, it } from 'vitest';
import { addressFrom, composed, lineFrom, textFrom } from './incoming-text.js';

const FAMILY = '👨‍👩‍👧';
const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
const PERSIAN = 'می\u200cخواهم';
const HINDI = 'क्\u200dष';

describe('a text of several lines', () => {
  it.each([
    ['a number as a phone copies it', '\u202d010-1234-5678\u202c', '010-1234-5678'],
    ['a name as a chat copies it', '\u2068김하나\u2069', '김하나'],
    ['line breaks of Word', 'one\u000btwo', 'one\ntwo'],
    ['those of a PDF', 'one\u2028two\u2029three', 'one\ntwo\nthree'],
    ['a new page, and a mainframe', 'one\ftwo\u0085three', 'one\ntwo\nthree'],
    ['line ends of Windows and of old Macs', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a log of a terminal', '\u001b[1;31merror\u001b[0m: \u001b]0;title\u0007no\u0007 paper\u001b', 'error: no paper'],
    ['letters of a Mac', '한글'.normalize('NFD'), '한글'],
    ['a byte order mark', '\ufeffhello', 'hello'],
    ['words hidden in tags', 'hi\u{e0049}\u{e0067}', 'hi'],
    ['tabs and blanks', '  a\tb  ', '  a\tb  '],
  ])('takes %s', (_what, typed, kept) => expect(textFrom(typed)).toBe(kept));

  it.each([FAMILY, ENGLAND, PERSIAN, HINDI, '❤️', '1️⃣', '葛\u{e0100}', 'ᠠ\u180b', '👩🏽‍💻', 'فارسی و עברית'])(
    'leaves %s as it is',
    (text) => expect(textFrom(text)).toBe(text),
  );
});

describe('one line', () => {
  it.each([
    ['nothing between two letters', 'a\u200bb\u200cc\u200dd\u2060e\u00adf', 'abcdef'],
    ['a tag', 'a\u{e0041}b', 'ab'],
    ['another form of a letter that has none', 'a\ufe0fb', 'ab'],
    ['letters without a shape', '김\u3164하\u115f나\uffa0', '김하나'],
    ['direction', '\u202eT-1207\u202c', 'T-1207'],
    ['ends of lines', 'one\u2028two\u000bthree', 'one two three'],
    ['blanks of every width', '\u00a0Kim\u3000\u2003\u2800 Ha\tna ', 'Kim Ha na'],
    ['letters of a Mac', '박지훈'.normalize('NFD'), '박지훈'],
    ['a mark that no letter is joined by', 'سار\u200cا', 'سارا'],
  ])('is taken without %s', (_what, typed, kept) => expect(lineFrom(typed)).toBe(kept));

  it.each([FAMILY, ENGLAND, PERSIAN, HINDI, '❤️', '1️⃣', '👩🏽‍💻', '❤️‍🔥'])('leaves %s as it is', (line) =>
    expect(lineFrom(line)).toBe(line),
  );

  it('keeps a break, so that it can be refused', () => {
    expect(lineFrom('one\r\nBcc: two')).toBe('one\r\nBcc: two');
  });
});

describe('a mail address', () => {
  it.each(['\u200b', '\u00ad', '\u2060', '\u200d', '\ufeff', '\u202a', '\u200e', '\u0007', ' ', '\u00a0'])(
    'is the same with %j before it',
    (mark) => expect(addressFrom(`${mark}Kim@Corp.example${mark}`)).toBe('Kim@Corp.example'),
  );
});

describe('marks on a letter', () => {
  it('without end are cut: to put them in order would take their square', () => {
    expect([...composed(`a${'\u0300\u0323'.repeat(100_000)}b`)].length).toBeLessThan(40);
  });

  it('stay, as many as languages have', () => {
    expect(composed('ཧྐྵྨླྺྼྻྂ')).toBe('ཧྐྵྨླྺྼྻྂ'.normalize('NFC'));
  });
});
