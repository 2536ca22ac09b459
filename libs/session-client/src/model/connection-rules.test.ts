// @vitest-environment node
import { TandemError } from '@tandem/client';
import { expect, it } from 'vitest';
import { isTemporary, shouldAskReason, troubleOf } from './connection-rules';

it.each([
  ['UNAVAILABLE', true],
  ['INTERNAL', true],
  ['NOT_FOUND', false],
  ['UNAUTHENTICATED', false],
] as const)('%s is temporary: %s', (code, is) => expect(isTemporary(new TandemError(code))).toBe(is));

it('the reason of a refusal is asked for once in five seconds, where the refusal gives none', () => {
  const unknown = new TandemError('UNAUTHENTICATED');
  expect(shouldAskReason(unknown, -Infinity, 0)).toBe(true);
  expect(shouldAskReason(unknown, 1000, 5999)).toBe(false);
  expect(shouldAskReason(unknown, 1000, 6000)).toBe(true);
  expect(shouldAskReason(new TandemError('SEAT_CLOSED'), -Infinity, 0)).toBe(false);
  expect(shouldAskReason(undefined, -Infinity, 0)).toBe(false);
});

it.each([
  ['lost', 'socket', true, 'OFFLINE'],
  ['lost', 'requests', false, 'NO_ANSWER'],
  ['live', 'requests', false, 'NO_SOCKET'],
  ['live', 'socket', true, null],
  ['connecting', 'requests', true, null],
  ['over', 'requests', false, null],
] as const)('%s by %s, offline %s: %s', (connection, way, isOffline, trouble) =>
  expect(troubleOf(connection, way, isOffline)).toBe(trouble),
);
