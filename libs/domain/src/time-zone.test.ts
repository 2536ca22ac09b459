import { expect, test } from 'vitest';
import { knownLanguage, knownTimeZone } from './time-zone.js';

test.each([
  ['Asia/Seoul', 'Asia/Seoul'],
  ['Etc/Unknown', 'UTC'],
  ['not a zone', 'UTC'],
  ['', 'UTC'],
  [undefined, 'UTC'],
])('times can be written by what is made of the zone %j', (told, known) => {
  expect(knownTimeZone(told)).toBe(known);
  expect(() => new Intl.DateTimeFormat('ko', { timeZone: knownTimeZone(told) })).not.toThrow();
});

test.each([
  ['ko-kr', 'ko-KR'],
  ['한국어', 'und'],
  ['C', 'und'],
  ['', 'und'],
])('the language %j has a name', (told, known) => {
  expect(knownLanguage(told)).toBe(known);
  expect(() => new Intl.DisplayNames(['ko'], { type: 'language' }).of(knownLanguage(told))).not.toThrow();
});
