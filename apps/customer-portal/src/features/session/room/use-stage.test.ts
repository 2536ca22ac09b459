import type { SessionStore } from '@tandem/session-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberSession } from '../../join/last-session';
import { useStage } from './use-stage';

beforeEach(() => sessionStorage.clear());

const ME = { state: 'SEATED', role: 'PRIMARY_CUSTOMER' };
const stageOf = (facts: object) =>
  useStage({ id: 's', me: null, session: null, error: null, ...facts } as unknown as SessionStore).value;
const over = (why: string) => ({ kind: 'over', why });

describe('the page of a session', () => {
  it.each([
    ['nothing is known yet', {}, 'connecting'],
    ['the customer waits at the door', { me: { ...ME, state: 'WAITING' } }, 'waiting'],
    ['the customer sits', { me: ME }, 'room'],
  ])('is one while %s', (_what, facts, kind) => expect(stageOf(facts)).toEqual({ kind }));

  it.each([
    ['LEFT', 'left'],
    ['REPLACED', 'replaced'],
    ['REMOVED', 'removed'],
    ['DECLINED', 'declined'],
  ])('is over for whose seat is %s', (state, why) => {
    expect(stageOf({ me: { ...ME, state } })).toEqual(over(why));
    expect(stageOf({ me: { ...ME, state }, error: { code: 'SEAT_CLOSED' } })).toEqual(over(why));
  });

  it.each([
    [null, 'ended'],
    ['ENDED_BY_CSR', 'ended'],
    ['CUSTOMER_LEFT', 'ended'],
    ['IDLE', 'idle'],
    ['REPORTED_BY_CUSTOMER', 'reported'],
  ])('is over with the session, that ended as %s', (endReason, why) => {
    const session = { state: 'ENDED', endReason };
    expect(stageOf({ session, me: ME })).toEqual(over(why));
    expect(stageOf({ session, me: { ...ME, state: 'LEFT' } })).toEqual(over(why));
    expect(stageOf({ session: { state: 'ACTIVE' }, error: { code: 'SESSION_ENDED' } })).toEqual(over('ended'));
  });

  it('does not say to an outside expert what to do after an unexpected call', () => {
    const session = { state: 'ENDED', endReason: 'REPORTED_BY_CUSTOMER' };
    expect(stageOf({ session, me: { ...ME, role: 'GUEST_EXPERT' } })).toEqual(over('ended'));
    expect(stageOf({ session, me: { ...ME, role: 'SECONDARY_CUSTOMER' } })).toEqual(over('reported'));
    expect(stageOf({ session: { ...session, endReason: 'IDLE' }, me: { ...ME, role: 'GUEST_EXPERT' } })).toEqual(
      over('idle'),
    );
  });
});

describe('a page that the server does not let in', () => {
  it('was removed, or had left before it was loaded', () => {
    expect(stageOf({ error: { code: 'SEAT_CLOSED' }, me: ME })).toEqual(over('removed'));
    expect(stageOf({ error: { code: 'SEAT_CLOSED' } })).toEqual(over('left'));
  });

  it('has lost its place where it was here, and else never had one', () => {
    const error = { code: 'UNAUTHENTICATED' };
    expect(stageOf({ error, me: ME })).toEqual(over('lost'));
    expect(stageOf({ error })).toEqual(over('gone'));
    rememberSession('another');
    expect(stageOf({ error })).toEqual(over('gone'));
    rememberSession('s');
    expect(stageOf({ error })).toEqual(over('lost'));
  });

  it('has lost nothing by a fault of ours', () => {
    expect(stageOf({ error: { code: 'INTERNAL' }, me: ME })).toEqual(over('gone'));
  });
});
