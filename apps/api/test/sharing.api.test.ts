import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SHARE =
  'id state endReason dueAt liveAt isQuestionSpared surface grant { id duration endsAt endedAt endReason viewers { id } }';
const ASK = `mutation($s: ID!, $a: ShareAction!, $t: ShareTarget!) { askShare(input: { sessionId: $s, action: $a, target: $t }) { ${SHARE} } }`;
const ANSWER = `mutation($id: ID!, $a: ShareAnswer!, $d: GrantDuration!, $v: [ID!]! = []) { answerShare(input: { shareId: $id, answer: $a, duration: $d, viewerIds: $v }) { ${SHARE} } }`;
const START = `mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { ${SHARE} } }`;
const FAIL = `mutation($id: ID!, $r: ShareEndReason!) { failShare(shareId: $id, reason: $r) { ${SHARE} } }`;
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
  const start = async (shareId: string) => (await customer.ask(START, { id: shareId })).startShare;
  return {
    id,
    number,
    csr,
    customer,
    shareOf,
    ask: async (action = 'REQUEST_VIEW', target = 'DESKTOP') =>
      (await csr.ask(ASK, { s: id, a: action, t: target })).askShare,
    answer: async (shareId: string, answer = 'ALLOW', duration = 'ONCE') =>
      (await customer.ask(ANSWER, { id: shareId, a: answer, d: duration })).answerShare,
    start,
    /** Selected, published, and live. */
    show: async (shareId: string) => {
      await start(shareId);
      await api.screenArrives(customer.participantId);
      return shareOf(shareId);
    },
    report: async () =>
      (await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { viewSeconds shownSeconds } }', { id }))
        .sessionReport,
  };
}

async function reasonOf({ id, csr }: Pick<Awaited<ReturnType<typeof inSession>>, 'id' | 'csr'>): Promise<string> {
  const { session } = await csr.ask('query($id: ID!) { session(id: $id) { abilities { act reason } } }', { id });
  return session.abilities.find(({ act }: { act: string }) => act === 'requestViewDesktop').reason;
}

describe('a request to view', () => {
  it('goes from question to consent, picture and end, and a consent for one use is used up', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    expect(await s.csr.refusal(START, { id })).toBe('FORBIDDEN');
    expect(await s.customer.refusal(START, { id })).not.toBeNull(); // not before the consent
    expect(await s.answer(id)).toMatchObject({ state: 'GRANTED', grant: { duration: 'ONCE' } });
    expect(await s.start(id)).toMatchObject({ state: 'STARTING', liveAt: null });
    await api.screenArrives(s.customer.participantId);
    expect(await s.shareOf(id)).toMatchObject({ state: 'LIVE', liveAt: expect.any(String) });
    expect((await s.csr.ask(STOP, { id })).stopShare).toMatchObject({
      state: 'STOPPED',
      endReason: 'STOPPED_BY_CSR',
      grant: { endReason: 'USED' },
    });
    expect(await s.ask()).toMatchObject({ state: 'ASKED' });
  });

  it('is refused when nobody answers in two minutes, and more time restarts the countdown', async () => {
    const s = await inSession();
    const { id, dueAt } = await s.ask();
    const deadlines = async () => {
      const { session } = await s.csr.ask('query($id: ID!) { session(id: $id) { consentRequests { id dueAt } } }', s);
      return session.consentRequests;
    };
    expect(await deadlines()).toEqual([{ id, dueAt }]); // the question's deadline is its share's
    api.clock.turn(60_000);
    const extended = (
      await s.customer.ask(`mutation($id: ID!) { extendShareQuestion(shareId: $id) { ${SHARE} } }`, { id })
    ).extendShareQuestion;
    expect(Date.parse(extended.dueAt) - Date.parse(dueAt)).toBeGreaterThan(55_000);
    expect(await deadlines()).toEqual([{ id, dueAt: extended.dueAt }]);
    api.clock.turn(LIMITS.consentAnswer + 1000);
    expect(await s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: 'ONCE' })).toBe('SHARE_OVER'); // also before any sweep
    await api.sweep();
    expect(await s.shareOf(id)).toMatchObject({ state: 'EXPIRED', endReason: 'NO_ANSWER' });
  });

  it('is granted without a question under a longer consent, and ten minutes end a live share', async () => {
    const s = await inSession();
    const first = await s.ask();
    await s.answer(first.id, 'ALLOW', 'TEN_MINUTES');
    await s.show(first.id);
    await s.csr.ask(STOP, { id: first.id });
    const second = await s.ask();
    expect(second.state).toBe('GRANTED');
    await s.show(second.id);
    api.clock.turn(LIMITS.tenMinuteGrant + 1000);
    await api.sweep();
    expect(await s.shareOf(second.id)).toMatchObject({
      state: 'STOPPED',
      endReason: 'GRANT_ENDED',
      grant: { endReason: 'EXPIRED' },
    });
    expect((await s.ask()).state).toBe('ASKED');
  });

  it('ends immediately when the customer withdraws the consent', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const { grant } = await s.answer(id, 'ALLOW', 'SESSION');
    await s.show(id);
    await s.customer.ask('mutation($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: grant.id });
    expect(await s.shareOf(id)).toMatchObject({ state: 'STOPPED', grant: { endReason: 'REVOKED' } });
  });

  it('covers its own target only', async () => {
    const s = await inSession();
    const { id } = await s.ask('REQUEST_VIEW', 'APPLICATION');
    await s.answer(id, 'ALLOW', 'SESSION');
    await s.show(id);
    await s.csr.ask(STOP, { id });
    expect((await s.ask('REQUEST_VIEW', 'DESKTOP')).state).toBe('ASKED');
  });

  it('is answered once when two tabs answer at the same time', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const both = await Promise.all([
      s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: 'ONCE' }),
      s.customer.refusal(ANSWER, { id, a: 'REFUSE', d: 'ONCE' }),
    ]);
    expect(both.filter((code) => code === null)).toHaveLength(1);
    expect(both.find((code) => code !== null)).toMatch(/SHARE_OVER|ALREADY_ANSWERED/);
  });

  it('runs once when two windows of the CSR request at the same time, at most three times a minute', async () => {
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
    for (let i = 1; i < LIMITS.consentRequestsPerMinute; i++) {
      await s.ask();
      await withdraw();
    }
    expect(await s.csr.refusal(ASK, { s: s.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe('SHARE_ASKED_TOO_OFTEN');
  });

  it('is refused with the reason on a phone and in a session without a customer', async () => {
    const phone = await inSession({ kind: 'PHONE', canShareScreen: false });
    expect(await phone.csr.refusal(ASK, { s: phone.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe(
      'SHARE_NOT_SUPPORTED_BY_DEVICE',
    );
    const old = await inSession({ canShareScreen: false, hasCamera: false, hasMedia: false });
    expect(await reasonOf(old)).toBe('BROWSER_WITHOUT_MEDIA');
    const alone = await api.startSession();
    expect(await alone.csr.refusal(ASK, { s: alone.id, a: 'REQUEST_VIEW', t: 'DESKTOP' })).toBe('CUSTOMER_NOT_PRESENT');
    expect(await reasonOf(phone)).toBe('DEVICE_CANNOT_SHARE');
  });

  it('gives a reason at each step why there cannot be a second one', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    expect(await reasonOf(s)).toBe('QUESTION_STANDS');
    await s.answer(id);
    expect(await reasonOf(s)).toBe('SHARE_BEGINS');
    await s.start(id);
    expect(await reasonOf(s)).toBe('SHARE_BEGINS');
    await api.screenArrives(s.customer.participantId);
    expect(await reasonOf(s)).toBe('SHARE_ALREADY_RUNNING');
  });
});

describe('a screen that was selected', () => {
  const chosen = async (duration = 'ONCE') => {
    const s = await inSession();
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', duration);
    await s.start(id);
    return { ...s, shareId: id as string };
  };
  const kinds = async (id: string) => (await api.eventTypes(id)).filter((type) => /^(consents|sharing)\./.test(type));

  it('is not live, counts no seconds and uses up no consent before the media server receives its picture', async () => {
    const s = await chosen();
    api.clock.turn(10_000);
    await api.sweep();
    expect(await s.shareOf(s.shareId)).toMatchObject({ state: 'STARTING', liveAt: null });
    expect(await s.report()).toEqual({ viewSeconds: 0, shownSeconds: 0 });
    expect((await api.prisma.grant.findFirst({ where: { sessionId: s.id } }))!.uses).toBe(0);
    await api.screenArrives(s.customer.participantId);
    await api.screenArrives(s.customer.participantId); // a repeated report changes nothing
    expect((await api.prisma.grant.findFirst({ where: { sessionId: s.id } }))!.uses).toBe(1);
    expect(await kinds(s.id)).toEqual(['consents.asked', 'consents.granted', 'sharing.starting', 'sharing.started']);
    api.clock.turn(7000);
    await s.csr.ask(STOP, { id: s.shareId });
    const { viewSeconds } = await s.report();
    expect(viewSeconds).toBeGreaterThanOrEqual(7);
    expect(viewSeconds).toBeLessThan(10);
  });

  it('fails when no picture arrives in time; a consent for one use permits another try for a limited time', async () => {
    const s = await chosen();
    api.clock.turn(LIMITS.shareStart + 1000);
    await api.sweep();
    expect(await s.shareOf(s.shareId)).toMatchObject({
      state: 'FAILED',
      endReason: 'MEDIA_NOT_CONNECTED',
      liveAt: null,
      grant: { endedAt: null },
    });
    expect(await api.prisma.mediaSeat.findUnique({ where: { participantId: s.customer.participantId } })).toMatchObject(
      {
        isScreenAllowed: false,
      },
    );
    await api.screenArrives(s.customer.participantId); // too late
    expect(await s.shareOf(s.shareId)).toMatchObject({ state: 'FAILED' });
    expect(await s.ask()).toMatchObject({ state: 'GRANTED', isQuestionSpared: true });
    api.clock.turn(LIMITS.unusedGrant + 1000);
    await api.sweep();
    expect(await s.ask()).toMatchObject({ state: 'ASKED', isQuestionSpared: false });
  });

  it.each([
    ['PICKER_CANCELLED', 'ASKED'],
    ['CAPTURE_FAILED', 'GRANTED'],
    ['PERMISSION_DENIED_BY_SYSTEM', 'GRANTED'],
    ['MEDIA_NOT_CONNECTED', 'GRANTED'],
  ])('that failed with %s has that reason, and the next request is %s', async (reason, next) => {
    const s = await chosen();
    expect((await s.customer.ask(FAIL, { id: s.shareId, r: reason })).failShare).toMatchObject({
      state: 'FAILED',
      endReason: reason,
    });
    expect(await s.ask()).toMatchObject({ state: next });
  });

  it('can be stopped by either side before it is live', async () => {
    const s = await chosen('SESSION');
    expect((await s.csr.ask(STOP, { id: s.shareId })).stopShare).toMatchObject({ state: 'STOPPED' });
    await api.screenArrives(s.customer.participantId);
    expect(await s.shareOf(s.shareId)).toMatchObject({ state: 'STOPPED', liveAt: null });
    expect(await s.report()).toEqual({ viewSeconds: 0, shownSeconds: 0 });
  });
});

describe('viewing time in the report', () => {
  it('is at least one second once something was seen', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    await s.answer(id, 'ALLOW', 'ONCE');
    await s.show(id);
    await s.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: s.id });
    expect(await s.report()).toEqual({ viewSeconds: 1, shownSeconds: 0 });
  });

  it('counts the customer’s screen; what the customer was shown is counted separately', async () => {
    const s = await inSession();
    const view = await s.ask();
    await s.answer(view.id, 'ALLOW', 'SESSION');
    await s.show(view.id);
    api.clock.turn(60_000);
    const shown = await s.ask('SHARE_VIEW');
    await s.answer(shown.id, 'ALLOW', 'SESSION');
    await s.csr.ask(START, { id: shown.id });
    await api.screenArrives((await api.prisma.share.findUniqueOrThrow({ where: { id: shown.id } })).publisherId);
    api.clock.turn(60_000);
    await s.csr.ask(STOP, { id: view.id });
    api.clock.turn(20_000);
    await s.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: s.id });
    const { viewSeconds, shownSeconds } = await s.report();
    expect([Math.round(viewSeconds / 10), Math.round(shownSeconds / 10)]).toEqual([12, 8]);
  });
});

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
