import { expect, it } from 'vitest';
import { isSameName } from './same-name.js';

it.each([
  ['Park Jihun', 'park  jihun'],
  ['박지훈', '박 지훈'],
  ['박지훈', '박지훈'.normalize('NFD')],
  ['Ａnna', 'anna'],
  ['Anna\u200b', 'Anna'],
])('hears %s and %s as one', (one, other) => expect(isSameName(one, other)).toBe(true));

it.each([
  ['Park Jihun', 'Park Jihoon'],
  ['', ''],
  ['\u200b', ' '],
])('keeps %s and %s apart', (one, other) => expect(isSameName(one, other)).toBe(false));
