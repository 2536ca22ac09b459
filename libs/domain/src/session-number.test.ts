import { expect, test } from 'vitest';
import { findSessionNumber, formatSessionNumber, parseSessionNumber } from './session-number.js';

test.each([
  ['오늘 2시 30분, 번호 383 903 675', '383903675'],
  ['1) 383 903 675', '383903675'],
  ['383903675', '383903675'],
  ['번호는 383-903-675입니다', '383903675'],
  ['３８３ ９０３ ６７５', '383903675'],
  ['\u202d383 903 675\u202c', '383903675'],
  ['383\u200b903\u200b675', '383903675'],
  ['383–903–675', '383903675'],
  ['383903675로', '383903675'],
  ['383903675)', '383903675'],
  ['383903675,', '383903675'],
  ['383903675\u200b', '383903675'],
  ['https://support.example/j/383903675로 들어오세요', '383903675'],
  ['383 903 675 (다시: 383903675)', '383903675'],
  ['383 903 675 또는 481 207 936', null],
  ['010-3839-0367', null],
  ['3839036751', null],
  ['383 903', null],
  ['', null],
])('in %j stands the number %s', (pasted, number) => {
  expect(findSessionNumber(pasted)).toBe(number);
});

test('what marks that take no room stand in is a number still', () => {
  expect(parseSessionNumber('\u2068383 903 675\u2069')).toBe('383903675');
  expect(parseSessionNumber('번호 383 903 675')).toBeNull();
});

test.each([
  ['3839036751', null],
  ['38390367', null],
  ['a383903675', null],
  [`383903675${' '.repeat(91)}`, '383903675'],
  [`383903675${' '.repeat(92)}`, null],
])('%j is typed as the number %s', (typed, number) => expect(parseSessionNumber(typed)).toBe(number));

test('a link says which number is meant, whatever else stands beside it', () => {
  expect(findSessionNumber('https://support.example/j/383903675 (481 207 936)')).toBe('383903675');
  expect(findSessionNumber('481 207 936: https://support.example/j/383903675')).toBe('383903675');
  expect(findSessionNumber('/j/38390367')).toBeNull();
});

test('only the beginning of what is pasted is read', () => {
  expect(findSessionNumber(`${' '.repeat(4991)}383903675`)).toBe('383903675');
  expect(findSessionNumber(`${' '.repeat(4992)}383903675`)).toBeNull();
});

test('a number is shown in three groups', () => {
  expect(formatSessionNumber('383903675')).toBe('383 903 675');
});
