import { TandemError } from '@tandem/client';
import type { SessionStore } from '@tandem/session-client';
import { expect, it } from 'vitest';
import { outsideOf } from './outside-of';

it.each([
  ['SEATED', null, null],
  ['WAITING', null, 'WAITING'],
  ['REMOVED', 'NOT_FOUND', 'REMOVED'],
  ['SEATED', 'NOT_FOUND', 'CLOSED'], // the session ended while the page was disconnected
  ['SEATED', 'FORBIDDEN', null],
  [null, 'NOT_FOUND', null],
] as const)('who sat there as %s and is refused with %s is outside as %s', (state, code, outside) => {
  const store = { me: state && { state }, error: code && new TandemError(code) } as unknown as SessionStore;
  expect(outsideOf(store)).toBe(outside);
});
