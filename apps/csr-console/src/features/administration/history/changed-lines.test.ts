import { expect, it } from 'vitest';
import { changedLines } from './changed-lines';

const LINES = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
const text = (...lines: string[]) => lines.join('\n');

it('shows what was changed far below, with a line beside it', () => {
  const now = LINES.with(15, 'another line');
  expect(changedLines(text(...LINES), text(...now))).toEqual({
    was: text('…', 'line 15', 'line 16', 'line 17', '…'),
    now: text('…', 'line 15', 'another line', 'line 17', '…'),
  });
});

it.each([
  ['a short text, whole', 'Hello', 'Good day', 'Hello', 'Good day'],
  ['a line that was added at the end', text('a', 'b'), text('a', 'b', 'c'), text('…', 'b'), text('…', 'b', 'c')],
  ['a line that was taken away', text('a', 'b', 'c'), text('a', 'c'), text('a', 'b', 'c'), text('a', 'c')],
  ['what was empty', '', 'new', '', 'new'],
  ['the same line once more', text('a', 'a'), text('a', 'a', 'a'), text('…', 'a'), text('…', 'a', 'a')],
])('shows %s', (_what, from, to, was, now) => {
  expect(changedLines(from, to)).toEqual({ was, now });
});

it('begins a long line shortly before the change', () => {
  const long = 'word '.repeat(200);
  const { was, now } = changedLines(`${long}old`, `${long}new`);
  expect(was).toMatch(/^….{50,70}old$/);
  expect(now).toMatch(/^….{50,70}new$/);
});
