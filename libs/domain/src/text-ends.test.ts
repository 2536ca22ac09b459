import { expect, it } from 'vitest';
import { hasEndlessHost, withoutEnd } from './text-ends.js';

it.each([
  ['https://', 299, false],
  ['https://', 300, true],
  ['https:', 300, true],
  ['https:\\\\', 300, true],
])('a host behind %s of %i letters is endless: %s', (start, length, endless) => {
  expect(hasEndlessHost(start + 'a'.repeat(length))).toBe(endless);
});
it.each(['/', '?', '#', '\\'])('what stands behind %s is no host', (sign) => {
  expect(hasEndlessHost(`https://example.com${sign}${'a'.repeat(400)}`)).toBe(false);
});
it('a text without a scheme has no host', () => expect(hasEndlessHost('a'.repeat(400))).toBe(false));

it.each([
  ['name. . ', '. ', 'name'],
  ['a.b.', '.', 'a.b'],
  ['...', '.', ''],
  ['', '.', ''],
  ['name', '.', 'name'],
  ['name.', '', 'name.'],
])('%j without %j at its end is %j', (text, signs, rest) => expect(withoutEnd(text, signs)).toBe(rest));
