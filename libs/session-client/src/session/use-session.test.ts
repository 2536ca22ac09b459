import { TandemError, type TandemClient } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { NextSessionEventsDocument, SessionAbilitiesDocument, SessionSnapshotDocument } from '../gql/graphql';
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

/** A page of a session: what the server answers, and what its event stream brings. */
async function page(snapshot: object = {}) {
  const answers = {
    snapshot: (): Promise<unknown> => Promise.resolve({ session: { ...SNAPSHOT, consentRequests: [], ...snapshot } }),
    abilities: [{ act: 'endSession', isAllowed: true, reason: null }] as object[],
    isAway: false,
  };
  const stream = {
    tell: (_: object) => {},
    cut: (_: Error) => {},
    live: () => {},
    after: -1,
    opened: 0,
    isOver: () => true,
  };
  const asked = { snapshots: 0, abilities: 0 };
  const query = vi.fn((document: unknown) => {
    if (document === SessionSnapshotDocument) {
      asked.snapshots++;
      return answers.snapshot();
    }
    if (document === NextSessionEventsDocument) return Promise.reject(new TandemError('UNAVAILABLE'));
    expect(document).toBe(SessionAbilitiesDocument);
    asked.abilities++;
    if (answers.isAway) return Promise.reject(new TandemError('UNAVAILABLE'));
    return Promise.resolve({ session: { abilities: answers.abilities } });
  });
  const subscribe = (
    _document: unknown,
    { after }: { after: number },
    on: { onLive(): void; onData(data: object): void; signal: AbortSignal },
  ) =>
    new Promise((_resolve, reject) => {
      stream.after = after;
      stream.opened++;
      stream.tell = (event) => on.onData({ sessionEvents: event });
      stream.cut = reject;
      stream.live = on.onLive;
      stream.isOver = () => on.signal.aborted;
    });
  const store = scope.run(() => useSession('s', { query, subscribe } as unknown as TandemClient))!;
  await vi.advanceTimersByTimeAsync(0);
  const happen = (seq: number, __typename: string, fields: object = {}) =>
    stream.tell({ seq, __typename, at: 'now', changesAbilities: false, ...fields });
  return { store, answers, stream, asked, happen };
}
const CUSTOMER = { id: 'c', name: 'Park', role: 'PRIMARY_CUSTOMER', state: 'SEATED' };

describe('a session', () => {
  it('is what its snapshot says, and goes on after its last event', async () => {
    const lists = Object.fromEntries(
      ['peopleEvents', 'messages', 'shares', 'consentRequests', 'grants', 'invitations', 'files'].map((name) => [
        name,
        [{ id: `one of ${name}` }],
      ]),
    );
    const { store, stream } = await page({ ...lists, isLocked: true, participants: [PERSON, CUSTOMER] });
    expect(store).toMatchObject({ ...lists, session: { id: 's', state: 'ACTIVE', isLocked: true } });
    for (const name of [...Object.keys(lists), 'participants', 'abilities', 'mySeat', 'lastSeq'])
      expect(store.session).not.toHaveProperty(name);
    expect([store.connection, stream.after, store.lostSince]).toEqual(['connecting', 3, null]);
    stream.live();
    expect(store.connection).toBe('live');
  });

  it('that has ended is over, and nothing is waited for', async () => {
    const { store, stream } = await page({ state: 'ENDED' });
    expect([store.connection, stream.opened]).toEqual(['over', 0]);
  });

  it('knows who is who in it, of those who are here', async () => {
    const { store } = await page({
      participants: [
        { ...CUSTOMER, id: 'before', state: 'LEFT' },
        CUSTOMER,
        { id: 'csr', role: 'PRIMARY_CSR', state: 'SEATED' },
        { ...PERSON, state: 'WAITING' },
      ],
    });
    expect([store.me?.id, store.customer?.id, store.csr?.id]).toEqual(['me', 'c', 'csr']);
    expect(store.waiting.map(({ id }) => id)).toEqual(['me']);
  });

  it('knows nobody where nobody is, nor oneself without a seat', async () => {
    const { store } = await page({ mySeat: null });
    expect([store.me, store.customer, store.csr, store.waiting]).toEqual([null, null, null, []]);
  });
});

describe('an event', () => {
  it('changes the lists, and is told to who listens until they listen no more', async () => {
    const { store, happen } = await page();
    const heard = vi.fn();
    const stop = store.onEvent(heard);
    happen(4, 'ChatMessageSent', { message: { id: 'm', seq: 4 } });
    expect(store.messages).toMatchObject([{ id: 'm' }]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ seq: 4 }));
    stop();
    happen(5, 'ChatMessageSent', { message: { id: 'n', seq: 5 } });
    expect(heard).toHaveBeenCalledOnce();
    expect(store.messages).toHaveLength(2);
  });

  it('changes what may be done, which is asked for once after several', async () => {
    const { store, happen, asked } = await page();
    expect(store.ability('endSession')).toEqual({ act: 'endSession', isAllowed: false, reason: null });
    happen(4, 'SessionLockChanged', { isLocked: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.abilities).toBe(0);
    happen(5, 'SessionLockChanged', { isLocked: false, changesAbilities: true });
    await vi.advanceTimersByTimeAsync(50);
    happen(6, 'SessionLockChanged', { isLocked: true, changesAbilities: true });
    await vi.advanceTimersByTimeAsync(59);
    expect(asked.abilities).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.abilities).toBe(1);
    expect(store.ability('endSession').isAllowed).toBe(true);
  });

  it('leaves what may be done as it was where the server does not answer', async () => {
    const { store, happen, answers } = await page({
      abilities: [{ act: 'endSession', isAllowed: true, reason: null }],
    });
    answers.isAway = true;
    happen(4, 'SessionLockChanged', { changesAbilities: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(store.ability('endSession').isAllowed).toBe(true);
  });

  it('that lets me in brings all that I may see now', async () => {
    const waiting = { ...PERSON, state: 'WAITING' };
    const { store, stream, happen, asked, answers } = await page({ participants: [waiting] });
    answers.snapshot = () =>
      Promise.resolve({ session: { ...SNAPSHOT, consentRequests: [], messages: [{ id: 'earlier' }], lastSeq: 9 } });
    happen(4, 'ParticipantJoined', { participant: { ...CUSTOMER } });
    expect(asked.snapshots).toBe(1);
    const { isOver } = stream;
    happen(5, 'ParticipantJoined', { participant: PERSON });
    await vi.advanceTimersByTimeAsync(0);
    expect([asked.snapshots, stream.after, isOver()]).toEqual([2, 9, true]);
    expect(store.messages).toMatchObject([{ id: 'earlier' }]);
    happen(10, 'ParticipantJoined', { participant: PERSON });
    expect(asked.snapshots).toBe(2);
  });
});

describe('the line', () => {
  it('that is cut is lost since then, and comes back by itself; what may be done is asked again', async () => {
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

  it('is told as that of the device where it has no network', async () => {
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

  it('is closed with the page, and nothing is asked any more', async () => {
    const { stream, happen, asked } = await page();
    happen(4, 'SessionLockChanged', { changesAbilities: true });
    scope.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect([stream.isOver(), asked.abilities]).toEqual([true, 0]);
  });
});

describe('an answer that comes before its event', () => {
  it('replaces a message that is known, and the files', async () => {
    const { store } = await page({ messages: [{ id: 'm', body: 'old' }, { id: 'n' }] });
    store.replaceMessage({ id: 'm', body: 'new' } as never);
    store.replaceMessage({ id: 'unknown' } as never);
    expect(store.messages).toEqual([{ id: 'm', body: 'new' }, { id: 'n' }]);
    store.replaceFiles([{ id: 'f' }] as never);
    expect(store.files).toEqual([{ id: 'f' }]);
  });

  it('marks the own seat as left, and no other', async () => {
    const { store } = await page({ participants: [PERSON, CUSTOMER] });
    store.markLeft();
    expect(store.participants.map(({ state }) => state)).toEqual(['LEFT', 'SEATED']);
  });
});

describe('what the browser keeps of a session', () => {
  const KEY = 'tandem.session.s.draft';
  beforeEach(() => localStorage.setItem(KEY, 'unsent words'));
  it('is kept while the session runs, also without a connection', async () => {
    const { stream } = await page();
    stream.cut(new TandemError('UNAVAILABLE'));
    await vi.advanceTimersByTimeAsync(0);
    expect(localStorage.getItem(KEY)).toBe('unsent words');
  });

  it.each(['over', 'closed'])('is forgotten when it is %s', async (how) => {
    if (how === 'over') await page({ state: 'ENDED' });
    else {
      const { stream } = await page();
      stream.cut(new TandemError('SEAT_CLOSED'));
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});
