import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([10 * MINUTE, -10 * MINUTE, 9 * HOUR, 0])(
  'the time is the server’s on a computer that is %i ms off',
  (off) => {
    let real = 1_800_000_000_000;
    const clock = createServerClock(() => real + off);
    clock.learn(real + 40, real + off, real + off + 80);
    expect(clock.now()).toBe(real);
    real += 5 * MINUTE;
    expect(clock.now()).toBe(real);
  },
);

test('a slow answer does not spoil what a quick one has taught', () => {
  const clock = createServerClock(() => 0);
  clock.learn(1000, -10, 10);
  clock.learn(4000, -3000, 3000); // most of the round trip was the way back
  expect(clock.now()).toBe(1000);
});

test('a clock that is set while the page is open is learned anew', () => {
  let own = 0;
  const clock = createServerClock(() => own);
  clock.learn(1000, -10, 10);
  own = HOUR;
  clock.learn(3000, HOUR - 200, HOUR + 200);
  expect(clock.now()).toBe(3000);
});

test('without a word of the server the own clock is all that there is, and nonsense changes nothing', () => {
  const clock = createServerClock(() => 7);
  clock.learn(NaN, 0, 0);
  clock.learn(1000, 10, 0);
  expect(clock.now()).toBe(7);
});
