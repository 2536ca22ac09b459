import { serverClock, TandemError } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import {
  AnswerConsentDocument,
  AskConsentDocument,
  ExtendConsentRequestDocument,
  RevokeGrantDocument,
  WithdrawConsentRequestDocument,
} from '../gql/graphql';
import { useConsents } from './use-consents';
import type { SessionStore } from '../session/use-session';

const NOW = Date.parse('2026-01-01T10:00:00Z');
let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(serverClock, 'now').mockImplementation(() => Date.now());
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const dueIn = (ms: number) => new Date(NOW + ms).toISOString();
const question = (more = {}) => ({ id: 'q', grantors: [{ id: 'me' }], allowedBy: [], dueAt: dueIn(30_000), ...more });
const grant = (id: string, more = {}) => ({
  ...{ id, endedAt: null, duration: 'SESSION', kind: 'REQUEST_VIEW', grantors: [{ id: 'me' }], ...more },
});
function room(facts: object = {}) {
  const mutate = vi.fn(() => Promise.resolve({}));
  const store = reactive({
    id: 's',
    me: { id: 'me' },
    consentRequests: [] as object[],
    grants: [],
    client: { mutate },
    ...facts,
  });
  return { store, mutate, consents: scope.run(() => useConsents(store as unknown as SessionStore))! };
}

describe('a question', () => {
  it('is the first that waits; it is mine while I am asked and have not agreed', () => {
    const { store, consents } = room();
    expect([consents.question, consents.toAnswer, consents.secondsLeft]).toEqual([null, null, null]);
    store.consentRequests = [question(), question({ id: 'second' })];
    expect([consents.question?.id, consents.toAnswer?.id]).toEqual(['q', 'q']);
    store.consentRequests = [question({ grantors: [{ id: 'other' }] })];
    expect([consents.question?.id, consents.toAnswer]).toEqual(['q', null]);
    store.consentRequests = [question({ grantors: [{ id: 'other' }, { id: 'me' }], allowedBy: [{ id: 'other' }] })];
    expect(consents.toAnswer?.id).toBe('q');
    store.consentRequests = [question({ grantors: [{ id: 'other' }, { id: 'me' }], allowedBy: [{ id: 'me' }] })];
    expect(consents.toAnswer).toBeNull();
  });

  it.each([
    [30_000, 30],
    [29_001, 30],
    [29_000, 29],
    [1, 1],
    [0, 0],
    [-5000, 0],
    [120_000, 120],
    [125_000, 120], // the clocks differ: never more than the limit
  ])('that is due in %i ms has %i seconds left', (ms, seconds) => {
    expect(room({ consentRequests: [question({ dueAt: dueIn(ms) })] }).consents.secondsLeft).toBe(seconds);
  });

  it('counts down by itself, and not at all where it has no end', () => {
    const { consents } = room({ consentRequests: [question()] });
    vi.advanceTimersByTime(10_500);
    expect(consents.secondsLeft).toBe(20);
    expect(room({ consentRequests: [question({ dueAt: null })] }).consents.secondsLeft).toBeNull();
  });
});

it('my running consents that I can end are listed, without those that are shown as a share', () => {
  const { consents } = room({
    grants: [
      grant('stands'),
      grant('ended', { endedAt: 'x' }),
      grant('another’s', { grantors: [{ id: 'other' }] }),
      grant('of both', { grantors: [{ id: 'other' }, { id: 'me' }] }),
      grant('once to see', { duration: 'ONCE' }),
      grant('once to be shown', { duration: 'ONCE', kind: 'SHARE_VIEW' }),
      grant('once to control', { duration: 'ONCE', kind: 'CONTROL' }),
      grant('ten minutes', { duration: 'TEN_MINUTES' }),
    ],
  });
  expect(consents.standing.map(({ id }) => id)).toEqual(['stands', 'of both', 'once to control', 'ten minutes']);
});

describe('a request to the server', () => {
  it('names what it is about', async () => {
    const { consents, mutate } = room();
    await consents.ask('REQUEST_VIEW', 'DESKTOP');
    await consents.ask('REQUEST_VIEW');
    await consents.withdraw('q');
    await consents.extend('q');
    await consents.revoke('g');
    expect(mutate.mock.calls).toEqual([
      [AskConsentDocument, { input: { sessionId: 's', kind: 'REQUEST_VIEW', target: 'DESKTOP' } }],
      [AskConsentDocument, { input: { sessionId: 's', kind: 'REQUEST_VIEW', target: null } }],
      [WithdrawConsentRequestDocument, { requestId: 'q' }],
      [ExtendConsentRequestDocument, { requestId: 'q' }],
      [RevokeGrantDocument, { grantId: 'g' }],
    ]);
  });

  const input = { requestId: 'q', isAllowed: true } as unknown as Parameters<
    ReturnType<typeof useConsents>['answer']
  >[0];
  it('tells whether an answer counted, was too late, or was for other participants than named', async () => {
    const { consents, mutate } = room();
    expect(await consents.answer(input)).toBeNull();
    expect(mutate).toHaveBeenCalledExactlyOnceWith(AnswerConsentDocument, { input });
    mutate.mockRejectedValueOnce(new TandemError('VIEWERS_CHANGED'));
    expect(await consents.answer(input)).toBe('VIEWERS_CHANGED');
    mutate.mockRejectedValueOnce(new TandemError('NOT_FOUND'));
    expect(await consents.answer(input)).toBe('OVER');
  });
});
