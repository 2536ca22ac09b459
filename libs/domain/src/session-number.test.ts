import { expect, test } from 'vitest';
import { findSessionNumber, parseSessionNumber } from './session-number.js';

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
