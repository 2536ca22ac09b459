// @vitest-environment node
import { expect, test } from 'vitest';
import { createTimeouts } from './timeouts.js';

test('patience grows with the round trip of the line, and ends somewhere', () => {
  const timeouts = createTimeouts();
  expect(timeouts.pong).toBe(15_000);
  timeouts.ponged(50);
  expect(timeouts.pong).toBe(4200);
  timeouts.ponged(3000);
  expect(timeouts.pong).toBe(16_000);
  timeouts.ponged(60_000);
  expect(timeouts.pong).toBe(40_000);
});

test('a line that was waited for too shortly is given more time, until it shows what it needs', () => {
  const timeouts = createTimeouts();
  timeouts.notOpened();
  timeouts.notOpened();
  expect(timeouts.opening).toBe(20_000);
  timeouts.opened(6000);
  expect(timeouts.opening).toBe(18_000);
  timeouts.opened(100);
  expect(timeouts.opening).toBe(5000);
  timeouts.notAnswered();
  expect(timeouts.request).toBe(20_000);
  timeouts.answered(200);
  expect(timeouts.request).toBe(10_000);
});

test('after a socket was given up the line counts as unknown', () => {
  const timeouts = createTimeouts();
  timeouts.ponged(50);
  timeouts.notPonged();
  expect(timeouts.pong).toBe(15_000);
});
