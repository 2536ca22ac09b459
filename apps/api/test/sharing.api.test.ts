import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, ASK, FAIL, START, STOP, SHARE, sharingSession } from './sharing-session.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const inSession = (device = {}) => sharingSession(api, device);

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

  it('can be extended five times, and not by pressing again and again', async () => {
    const s = await inSession();
    const { id } = await s.ask();
    const more = async () =>
      (await s.customer.ask(`mutation($id: ID!) { extendShareQuestion(shareId: $id) { dueAt } }`, { id }))
        .extendShareQuestion.dueAt as string;
    const lines = async () => (await api.eventTypes(s.id)).filter((type) => type === 'consents.extended').length;
    api.clock.turn(60_000);
    for (let press = 0; press < 30; press++) await more();
    expect(await lines()).toBe(1);
    for (let time = 1; time < LIMITS.consentExtensions; time++) {
      api.clock.turn(100_000);
      await more();
    }
    expect(await lines()).toBe(LIMITS.consentExtensions);
    api.clock.turn(100_000);
    const last = await more();
    api.clock.turn(10_000);
    expect(await more()).toBe(last);
    expect(await lines()).toBe(LIMITS.consentExtensions);
    api.clock.turn(LIMITS.consentAnswer);
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
    await s.answer(shown.id);
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
