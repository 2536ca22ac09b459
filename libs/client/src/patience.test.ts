// @vitest-environment node
import { expect, test } from 'vitest';
import { createPatience } from './patience.js';

test('patience grows with the round trip of the line, and ends somewhere', () => {
  const patience = createPatience();
  expect(patience.pong).toBe(15_000);
  patience.ponged(50);
  expect(patience.pong).toBe(4200);
  patience.ponged(3000);
  expect(patience.pong).toBe(16_000);
  patience.ponged(60_000);
  expect(patience.pong).toBe(40_000);
});

test('a line that was waited for too shortly is given more time, until it shows what it needs', () => {
  const patience = createPatience();
  patience.notOpened();
  patience.notOpened();
  expect(patience.opening).toBe(20_000);
  patience.opened(6000);
  expect(patience.opening).toBe(18_000);
  patience.opened(100);
  expect(patience.opening).toBe(5000);
  patience.notAnswered();
  expect(patience.request).toBe(20_000);
  patience.answered(200);
  expect(patience.request).toBe(10_000);
});

test('after a socket was given up the line counts as unknown', () => {
  const patience = createPatience();
  patience.ponged(50);
  patience.notPonged();
  expect(patience.pong).toBe(15_000);
});
