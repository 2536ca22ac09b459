import { TandemError, type TandemClient } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { NextSessionEventsDocument } from '../gql/graphql';
import { sessionPage, SNAPSHOT } from '../../test/session-page';
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
const page = (snapshot?: object) => sessionPage(scope, snapshot);

/** Opens once, then is refused by the socket; later requests get the given answer. */
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

describe('the connection', () => {
  it('is lost since it was cut, and comes back by itself; the abilities are loaded again', async () => {
    const { store, stream, asked } = await page();
    stream.live();
    vi.setSystemTime('2026-01-01T10:00:00Z');
    stream.cut(new TandemError('UNAVAILABLE'));
    await vi.advanceTimersByTimeAsync(0);
    expect(store).toMatchObject({ connection: 'lost', trouble: 'NO_ANSWER', error: null });
    const since = store.lostSince;
    expect(since).toEqual(new Date('2026-01-01T10:00:00Z'));
    await vi.advanceTimersByTimeAsync(1000);
    stream.cut(new TandemError('UNAVAILABLE'));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.lostSince).toEqual(since); // still the same
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked.abilities).toBe(0);
    stream.live();
    expect(store).toMatchObject({ connection: 'live', trouble: null, lostSince: null });
    expect(asked.abilities).toBe(1);
  });

  it('is shown as offline where the device has no network', async () => {
    const { store, stream } = await page();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    expect(store.trouble).toBeNull();
    stream.cut(new TandemError('UNAVAILABLE'));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.trouble).toBe('OFFLINE');
    vi.restoreAllMocks();
    dispatchEvent(new Event('online'));
    expect(store.trouble).toBe('NO_ANSWER');
  });

  it.each(['UNAVAILABLE', 'INTERNAL'] as const)('that is down (%s) at the first is tried again', async (code) => {
    const query = vi.fn().mockRejectedValueOnce(new TandemError(code)).mockResolvedValue({ session: SNAPSHOT });
    const client = { query, subscribe: () => new Promise(() => {}) } as unknown as TandemClient;
    const store = scope.run(() => useSession('s', client))!;
    await vi.advanceTimersByTimeAsync(1499);
    expect([store.connection, store.session]).toEqual(['lost', null]);
    await vi.advanceTimersByTimeAsync(1);
    expect([store.connection, store.session?.id]).toEqual(['connecting', 's']);
  });

  it('goes by requests where the network blocks sockets, and says so', async () => {
    const log = [{ __typename: 'SessionLockChanged', seq: 4, isLocked: true, changesAbilities: false }];
    const step = vi.fn(({ after }: { after: number }) => ({
      nextSessionEvents: { events: log.filter(({ seq }) => seq > after), lastSeq: 4, isOver: false },
    }));
    const query = (document: unknown, variables: object) =>
      document === NextSessionEventsDocument
        ? new Promise((resolve) => setTimeout(() => resolve(step(variables as { after: number })), 500))
        : Promise.resolve({ session: SNAPSHOT });
    const subscribe = vi.fn((_document: unknown, _variables: object) => Promise.reject(new TandemError('UNAVAILABLE')));
    const store = scope.run(() => useSession('s', { query, subscribe } as unknown as TandemClient))!;
    const heard = vi.fn();
    store.onEvent(heard);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(subscribe.mock.calls[0]![1]).toEqual({ sessionId: 's', after: 3 });
    expect(step.mock.calls.slice(0, 2)).toEqual([[{ sessionId: 's', after: 3 }], [{ sessionId: 's', after: 4 }]]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(log[0]);
    expect([store.connection, store.trouble, store.session?.isLocked]).toEqual(['live', 'NO_SOCKET', true]);
  });

  it('is not opened once the page has gone', async () => {
    let answer: (value: unknown) => void = () => {};
    const query = () => new Promise((resolve) => (answer = resolve));
    const subscribe = vi.fn();
    scope.run(() => useSession('s', { query, subscribe } as unknown as TandemClient));
    scope.stop();
    answer({ session: SNAPSHOT });
    await vi.advanceTimersByTimeAsync(5000);
    expect(subscribe).not.toHaveBeenCalled();
  });

  it('that fails after the page has gone is nobody’s concern', async () => {
    let fail: (cause: Error) => void = () => {};
    const query = vi.fn(() => new Promise((_resolve, reject) => (fail = reject)));
    const store = scope.run(() => useSession('s', { query } as unknown as TandemClient))!;
    scope.stop();
    fail(new TandemError('UNAVAILABLE'));
    await vi.advanceTimersByTimeAsync(5000);
    expect([store.connection, query.mock.calls.length]).toEqual(['connecting', 1]);
  });

  it('is closed with the page, and nothing is asked any more', async () => {
    const { stream, happen, asked } = await page();
    happen(4, 'SessionLockChanged', { changesAbilities: true });
    scope.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect([stream.isOver(), asked.abilities]).toEqual([true, 0]);
  });
});
