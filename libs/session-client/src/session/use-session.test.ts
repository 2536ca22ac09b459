import { TandemError } from '@tandem/client';
import { ACTOR_HEADER, formatActor } from '@tandem/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { CUSTOMER, PERSON, sessionPage, SNAPSHOT } from '../../test/session-page';
import { useSeatSession, useStaffSession } from './use-session';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const page = (snapshot?: object) => sessionPage(scope, snapshot);

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

  it('leaves each act its own answer', async () => {
    const lock = { act: 'lockSession', isAllowed: false, reason: 'SESSION_ENDED' };
    const { store } = await page({ abilities: [{ act: 'endSession', isAllowed: true, reason: null }, lock] });
    expect(store.ability('lockSession')).toEqual(lock);
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

it('asks as the seat or as the member of staff who opened it', async () => {
  const fetched = vi.fn(() => new Promise(() => undefined));
  vi.stubGlobal('fetch', fetched);
  const [seat, staff] = scope.run(() => [useSeatSession('s'), useStaffSession('s')] as const)!;
  expect(seat.client.headers).toEqual({ [ACTOR_HEADER]: formatActor({ kind: 'seat', sessionId: 's' }) });
  expect(staff.client.headers).toEqual({ [ACTOR_HEADER]: formatActor({ kind: 'staff' }) });
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
  const closed = [vi.spyOn(seat.client, 'close'), vi.spyOn(staff.client, 'close')];
  scope.stop();
  for (const close of closed) expect(close).toHaveBeenCalledOnce();
});
