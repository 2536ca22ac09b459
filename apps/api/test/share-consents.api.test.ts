import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { ANSWER, FAIL, STOP, sharingSession } from './sharing-session.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const inSession = (device = {}) => sharingSession(api, device);

describe('a consent', () => {
  it('is valid for the viewers who were named: one more viewer needs a new question', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const helper = await api.assistant(s.id);
    await api.prisma.participant.update({ where: { id: helper.participantId }, data: { rights: ['VIEW'] } });
    expect(await s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: 'ONCE' })).toBe('VIEWERS_CHANGED');
    expect(await s.shareOf(id)).toMatchObject({ state: 'ASKED' });
    const { answerShare } = await s.customer.ask(ANSWER, { id, a: 'ALLOW', d: 'ONCE', v: [helper.participantId] });
    expect(answerShare.state).toBe('GRANTED');
    expect(answerShare.grant.viewers).toHaveLength(2);
  });

  it('is valid for fewer viewers than were named, and a refusal needs no list', async () => {
    const s = await inSession();
    const helper = await api.assistant(s.id); // without the right to view
    const { id } = await s.ask();
    expect(
      (await s.customer.ask(ANSWER, { id, a: 'ALLOW', d: 'ONCE', v: [helper.participantId] })).answerShare,
    ).toMatchObject({
      state: 'GRANTED',
      grant: { viewers: [expect.anything()] },
    });
    await s.customer.ask(FAIL, { id, r: 'PICKER_CANCELLED' });
    await api.prisma.participant.update({ where: { id: helper.participantId }, data: { rights: ['VIEW'] } });
    expect((await s.customer.ask(ANSWER, { id: (await s.ask()).id, a: 'REFUSE', d: 'ONCE' })).answerShare.state).toBe(
      'REFUSED',
    );
  });

  it('to watch does not depend on other viewers: nothing of the customer is visible', async () => {
    const s = await inSession();
    const { id } = await s.ask('SHARE_VIEW');
    const helper = await api.assistant(s.id);
    await api.prisma.participant.update({ where: { id: helper.participantId }, data: { rights: ['VIEW'] } });
    expect((await s.answer(id)).state).toBe('GRANTED');
  });

  it('is impossible for different reasons before a customer has joined and after the customer has left', async () => {
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
  it('ends every grant and every share', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.show(id);
    await s.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: s.id });
    expect(await api.prisma.grant.count({ where: { sessionId: s.id, endedAt: null } })).toBe(0);
    expect(await api.prisma.share.count({ where: { sessionId: s.id, endedAt: null } })).toBe(0);
    expect(await s.customer.refusal(STOP, { id })).not.toBeNull();
  });
});

describe('the display mode of a screen', () => {
  const SET = 'mutation($id: ID!, $m: ShareMode!) { setShareMode(sessionId: $id, mode: $m) { shareMode } }';

  it('is chosen by the primary CSR, shown to both, and kept for later screens without a question', async () => {
    const s = await inSession();
    const modeFor = async (who: 'csr' | 'customer') =>
      (await s[who].ask('query($id: ID!) { session(id: $id) { shareMode } }', { id: s.id })).session.shareMode;
    expect(await modeFor('customer')).toBe('STANDARD');
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.show(id);
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

  it('can be balanced, smooth, or without colours', async () => {
    const s = await inSession();
    for (const mode of ['BALANCED', 'MOTION', 'SAMPLING_GREY', 'STANDARD'])
      expect((await s.csr.ask(SET, { id: s.id, m: mode })).setShareMode.shareMode).toBe(mode);
    const log = await api.eventTypes(s.id);
    expect(log.filter((type) => type === 'sharing.modeChanged')).toHaveLength(4);
  });

  it('says whether the customer’s browser can remove colours, if known', async () => {
    const ASK = 'query($id: ID!) { session(id: $id) { participants { role device { canSendGrey } } } }';
    const reported = async (device: object) => {
      const s = await inSession(device);
      const { participants } = (await s.csr.ask(ASK, { id: s.id })).session;
      return participants.find(({ role }: { role: string }) => role === 'PRIMARY_CUSTOMER').device.canSendGrey;
    };
    expect([await reported({ canSendGrey: true }), await reported({ canSendGrey: false }), await reported({})]).toEqual(
      [true, false, null],
    );
  });
});
