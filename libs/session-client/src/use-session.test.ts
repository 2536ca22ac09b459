import { TandemError, type TandemClient } from '@tandem/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useSession } from './use-session';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

const PERSON = { id: 'me', role: 'GUEST_EXPERT', state: 'SEATED' };
const LISTS = { peopleEvents: [], messages: [], shares: [], grants: [], invitations: [], files: [], abilities: [] };
const SNAPSHOT = { id: 's', state: 'ACTIVE', lastSeq: 3, mySeat: PERSON, participants: [PERSON], ...LISTS };

/** Open once, then turned away by the socket; what a request is told from then on. */
async function turnedAway(told: () => Promise<unknown>) {
  let turnAway: (cause: Error) => void = () => undefined;
  let isOpened = false;
  const query = vi.fn(() => {
    if (isOpened) return told();
    isOpened = true;
    return Promise.resolve({ session: SNAPSHOT });
  });
  const subscribe = vi.fn(() => new Promise((_resolve, reject) => (turnAway = reject)));
  const client = { query, subscribe } as unknown as TandemClient;
  const store = scope.run(() => useSession('s', client))!;
  await vi.advanceTimersByTimeAsync(0);
  const again = async () => {
    turnAway(new TandemError('UNAUTHENTICATED'));
    await vi.advanceTimersByTimeAsync(100);
  };
  await again();
  return { store, query, again };
}

it('turned away by the socket, the page asks why: the session has ended', async () => {
  const { store } = await turnedAway(() => Promise.reject(new TandemError('SESSION_ENDED')));
  expect(store).toMatchObject({ connection: 'refused', error: { code: 'SESSION_ENDED' }, me: { id: 'me' } });
});

it('goes on where the server knows the seat after all, and asks no more when it is turned away at once', async () => {
  const { store, query, again } = await turnedAway(() => Promise.resolve({ session: SNAPSHOT }));
  expect(store.error).toBeNull();
  await again();
  expect(store).toMatchObject({ connection: 'refused', error: { code: 'UNAUTHENTICATED' } });
  expect(query).toHaveBeenCalledTimes(2);
});

it('waits for the server that is away, and then learns why', async () => {
  let isAway = true;
  const { store } = await turnedAway(() => Promise.reject(new TandemError(isAway ? 'UNAVAILABLE' : 'SESSION_ENDED')));
  expect(store.connection).toBe('lost');
  isAway = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(store.error?.code).toBe('SESSION_ENDED');
});
