import { expect, it } from 'vitest';
import { eachOnce } from './each-once.js';

const seat = (id: string, ...continues: string[]) => ({ id, continues });

it('counts whoever came back once, where they stood first', () => {
  const [first, other, again, third] = [seat('a'), seat('b'), seat('c', 'a'), seat('d', 'c', 'a')];
  expect(eachOnce([first, other])).toEqual([first, other]);
  expect(eachOnce([first, other, again])).toEqual([again, other]);
  expect(eachOnce([first, other, again, third])).toEqual([third, other]);
  expect(eachOnce([])).toEqual([]);
});
