import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SHARE = 'id state endReason dueAt grant { id duration endsAt endedAt endReason }';
const ASK = `mutation($s: ID!, $a: ShareAction!, $t: ShareTarget!) { askShare(input: { sessionId: $s, action: $a, target: $t }) { ${SHARE} } }`;
const ANSWER = `mutation($id: ID!, $a: ShareAnswer!, $d: GrantDuration!) { answerShare(input: { shareId: $id, answer: $a, duration: $d }) { ${SHARE} } }`;
const START = `mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { ${SHARE} } }`;
const STOP = `mutation($id: ID!) { stopShare(shareId: $id) { ${SHARE} } }`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function inSession(device = {}) {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number, { device });
  const shareOf = async (shareId: string) => {
    const { session } = await csr.ask(`query($id: ID!) { session(id: $id) { shares { ${SHARE} } } }`, { id });
    return session.shares.find((share: { id: string }) => share.id === shareId);
  };
  return {
    id,
    csr,
    customer,
    shareOf,
    ask: async (action = 'REQUEST_VIEW', target = 'DESKTOP') =>
      (await csr.ask(ASK, { s: id, a: action, t: target })).askShare,
    answer: async (shareId: string, answer = 'ALLOW', duration = 'ONCE') =>
      (await customer.ask(ANSWER, { id: shareId, a: answer, d: duration })).answerShare,
    start: async (shareId: string) => (await customer.ask(START, { id: shareId })).startShare,
  };
}

describe('a request to see', () => {
  it('goes from question to consent to picture to its end, and once was once', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    expect(await s.csr.refusal(START, { id })).toBe('FORBIDDEN');
    expect(await s.customer.refusal(START, { id })).not.toBeNull(); // not before the consent
    expect(await s.answer(id)).toMatchObject({ state: 'GRANTED', grant: { duration: 'ONCE' } });
    expect(await s.start(id)).toMatchObject({ state: 'LIVE' });
    expect((await s.csr.ask(STOP, { id })).stopShare).toMatchObject({
      state: 'STOPPED',
      endReason: 'STOPPED_BY_CSR',
      grant: { endReason: 'USED' },
    });
    expect(await s.ask()).toMatchObject({ state: 'ASKED' });
  });

  it('is a no when nobody answers in two minutes, and more time starts the clock anew', async () => {
    const s = await inSession();
    const { id, dueAt } = await s.ask();
    api.clock.turn(60_000);
    const extended = (
      await s.customer.ask(`mutation($id: ID!) { extendShareQuestion(shareId: $id) { ${SHARE} } }`, { id })
    ).extendShareQuestion;
    expect(Date.parse(extended.dueAt) - Date.parse(dueAt)).toBeGreaterThan(55_000);
    api.clock.turn(LIMITS.shareAnswer + 1000);
    expect(await s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: 'ONCE' })).toBe('SHARE_OVER'); // also before any sweep
    await api.sweep();
    expect(await s.shareOf(id)).toMatchObject({ state: 'EXPIRED', endReason: 'NO_ANSWER' });
  });

  it('is not asked again while a longer consent stands, and ten minutes end a running share', async () => {
    const s = await inSession();
    const first = await s.ask();
    await s.answer(first.id, 'ALLOW', 'TEN_MINUTES');
    await s.start(first.id);
    await s.csr.ask(STOP, { id: first.id });
    const second = await s.ask();
    expect(second.state).toBe('GRANTED');
    await s.start(second.id);
    api.clock.turn(LIMITS.tenMinuteGrant + 1000);
    await api.sweep();
    expect(await s.shareOf(second.id)).toMatchObject({
      state: 'STOPPED',
      endReason: 'GRANT_ENDED',
      grant: { endReason: 'EXPIRED' },
    });
    expect((await s.ask()).state).toBe('ASKED');
  });

  it('stops at once when the customer takes a standing consent back', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const { grant } = await s.answer(id, 'ALLOW', 'SESSION');
    await s.start(id);
    await s.customer.ask('mutation($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: grant.id });
    expect(await s.shareOf(id)).toMatchObject({ state: 'STOPPED', grant: { endReason: 'REVOKED' } });
  });

  it('covers its own target only', async () => {
    const s = await inSession();
    const { id } = await s.ask('REQUEST_VIEW', 'APPLICATION');
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.start(id);
    await s.csr.ask(STOP, { id });
    expect((await s.ask('REQUEST_VIEW', 'DESKTOP')).state).toBe('ASKED');
  });

  it('is answered once when two tabs answer at the same moment', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const both = await Promise.all([
      s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: 'ONCE' }),
      s.customer.refusal(ANSWER, { id, a: 'REFUSE', d: 'ONCE' }),
    ]);
    expect(both.filter((code) => code === null)).toHaveLength(1);
    expect(both.find((code) => code !== null)).toMatch(/SHARE_OVER|ALREADY_ANSWERED/);
  });

  it('runs once when two windows of the CSR ask at the same moment, and nags at most three times a minute', async () => {
    const s = await inSession();
    const both = await Promise.all([1, 2].map(() => s.csr.refusal(ASK, { s: s.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })));
    expect(both.filter((code) => code === null)).toHaveLength(1);
    const withdraw = async () => {
      const { session } = await s.csr.ask('query($id: ID!) { session(id: $id) { shares { id state } } }', { id: s.id });
      await s.csr.ask('mutation($id: ID!) { withdrawShare(shareId: $id) { id } }', {
        id: session.shares.find(({ state }: { state: string }) => state === 'ASKED').id,
      });
    };
    await withdraw();
    for (let i = 1; i < LIMITS.shareRequestsPerMinute; i++) {
      await s.ask();
      await withdraw();
    }
    expect(await s.csr.refusal(ASK, { s: s.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe('SHARE_ASKED_TOO_OFTEN');
  });

  it('is refused with the reason for a phone and for a session without a customer', async () => {
    const phone = await inSession({ kind: 'PHONE', canShareScreen: false });
    expect(await phone.csr.refusal(ASK, { s: phone.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe(
      'SHARE_NOT_SUPPORTED_BY_DEVICE',
    );
    const alone = await api.startSession();
    expect(await alone.csr.refusal(ASK, { s: alone.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe('CUSTOMER_NOT_PRESENT');
    const { session } = await phone.csr.ask(
      'query($id: ID!) { session(id: $id) { abilities { act isAllowed reason } } }',
      { id: phone.id },
    );
    expect(session.abilities).toContainEqual({
      act: 'requestViewDesktop',
      isAllowed: false,
      reason: 'DEVICE_CANNOT_SHARE',
    });
  });

  it('says apart that nobody has joined yet and that the customer has left', async () => {
    const reasonOf = async ({ id, csr }: { id: string; csr: ApiUser }) => {
      const { session } = await csr.ask('query($id: ID!) { session(id: $id) { abilities { act reason } } }', { id });
      return session.abilities.find(({ act }: { act: string }) => act === 'requestViewDesktop').reason;
    };
    const s = await inSession();
    await s.customer.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id: s.id });
    expect([await reasonOf(await api.startSession()), await reasonOf(s)]).toEqual([
      'CUSTOMER_NOT_PRESENT',
      'CUSTOMER_LEFT',
    ]);
  });
});

describe('the end of a session', () => {
  it('ends every grant and share with it', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.start(id);
    await s.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: s.id });
    expect(await api.prisma.grant.count({ where: { sessionId: s.id, endedAt: null } })).toBe(0);
    expect(await api.prisma.share.count({ where: { sessionId: s.id, endedAt: null } })).toBe(0);
    expect(await s.customer.refusal(STOP, { id })).not.toBeNull();
  });
});

describe('how screens are sent', () => {
  const SET = 'mutation($id: ID!, $m: ShareMode!) { setShareMode(sessionId: $id, mode: $m) { shareMode } }';

  it('is the primary CSR’s choice, told to both, and stays for the next screens without a question', async () => {
    const s = await inSession();
    const modeFor = async (who: 'csr' | 'customer') =>
      (await s[who].ask('query($id: ID!) { session(id: $id) { shareMode } }', { id: s.id })).session.shareMode;
    expect(await modeFor('customer')).toBe('STANDARD');
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.start(id);
    expect(await s.customer.refusal(SET, { id: s.id, m: 'SAMPLING' })).toBe('FORBIDDEN');
    expect((await s.csr.ask(SET, { id: s.id, m: 'SAMPLING' })).setShareMode.shareMode).toBe('SAMPLING');
    await s.csr.ask(SET, { id: s.id, m: 'SAMPLING' });
    expect(await modeFor('customer')).toBe('SAMPLING');
    expect(await s.shareOf(id)).toMatchObject({ state: 'LIVE' });
    await s.csr.ask(STOP, { id });
    expect(await s.ask()).toMatchObject({ state: 'GRANTED' });
    expect(await modeFor('csr')).toBe('SAMPLING');
    const log = await api.eventTypes(s.id);
    expect(log.filter((type) => type === 'sharing.modeChanged')).toHaveLength(1);
  });

  it('is tuned as well: balanced, smooth, without colours', async () => {
    const s = await inSession();
    for (const mode of ['BALANCED', 'MOTION', 'SAMPLING_GREY', 'STANDARD'])
      expect((await s.csr.ask(SET, { id: s.id, m: mode })).setShareMode.shareMode).toBe(mode);
    const log = await api.eventTypes(s.id);
    expect(log.filter((type) => type === 'sharing.modeChanged')).toHaveLength(4);
  });

  it('knows whether the customer’s browser can leave colours out, as far as it was told', async () => {
    const ASK = 'query($id: ID!) { session(id: $id) { participants { role device { canSendGrey } } } }';
    const told = async (device: object) => {
      const s = await inSession(device);
      const { participants } = (await s.csr.ask(ASK, { id: s.id })).session;
      return participants.find(({ role }: { role: string }) => role === 'PRIMARY_CUSTOMER').device.canSendGrey;
    };
    expect([await told({ canSendGrey: true }), await told({ canSendGrey: false }), await told({})]).toEqual([
      true,
      false,
      null,
    ]);
  });
});
