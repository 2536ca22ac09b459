import { LIMITS, type GrantDuration } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, FAIL, SHARE, START, STOP, sharingSession } from './sharing-session.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const NOT_CHOSEN = `mutation($id: ID!) { reportNotChosen(shareId: $id) { ${SHARE} notChosenAt } }`;
const ANSWER_ANY =
  'mutation($id: ID!) { answerConsent(input: { requestId: $id, answer: ALLOW, isForAnyCsr: true }) { id } }';
const inSession = () => sharingSession(api);

/** The CSR has offered to show the desktop, and the customer watches. */
async function agreed() {
  const s = await inSession();
  const { id } = await s.ask('SHARE_VIEW');
  await s.answer(id);
  return { ...s, shareId: id as string };
}
/** The CSR's screen is live. */
async function shown() {
  const s = await agreed();
  await s.csr.ask(START, { id: s.shareId });
  const { publisherId } = await api.prisma.share.findUniqueOrThrow({ where: { id: s.shareId } });
  await api.screenArrives(publisherId);
  expect(await s.shareOf(s.shareId)).toMatchObject({ state: 'LIVE' });
  return s;
}
const kinds = async (id: string) => (await api.eventTypes(id)).filter((type) => /^(consents|sharing)\./.test(type));

describe('an offer to show the own screen', () => {
  it.each(['TEN_MINUTES', 'SESSION'] as const)('is not agreed to for longer (%s), and stands', async (duration) => {
    const s = await inSession();
    const { id } = await s.ask('SHARE_VIEW');
    expect(await s.customer.refusal(ANSWER, { id, a: 'ALLOW', d: duration })).toBe('CONSENT_HAS_NO_DURATION');
    expect(await s.customer.refusal(ANSWER_ANY, { id })).toBe('CONSENT_HAS_NO_DURATION');
    expect(await s.shareOf(id)).toMatchObject({ state: 'ASKED' });
    expect(await s.answer(id)).toMatchObject({ state: 'GRANTED', grant: { duration: 'ONCE' } });
  });

  it('is made each time: the customer is asked again for the next screen', async () => {
    const s = await shown();
    await s.csr.ask(STOP, { id: s.shareId });
    expect(await s.shareOf(s.shareId)).toMatchObject({ state: 'STOPPED', grant: { endReason: 'USED' } });
    expect(await s.ask('SHARE_VIEW')).toMatchObject({ state: 'ASKED', isQuestionSpared: false });
  });

  it.each([
    ['not now', (s: Awaited<ReturnType<typeof inSession>>, id: string) => s.answer(id, 'REFUSE'), 'REFUSED'],
    ['too late', () => (api.clock.turn(LIMITS.consentAnswer + 1000), api.sweep()), 'EXPIRED'],
  ])('that is answered %s shows nothing', async (_answer, act, state) => {
    const s = await inSession();
    const { id } = await s.ask('SHARE_VIEW');
    await act(s, id);
    expect(await s.shareOf(id)).toMatchObject({ state });
    expect(await s.csr.refusal(START, { id })).not.toBeNull();
  });
});

describe('a picker that was closed without a choice', () => {
  it('ends nothing: both are told once, and the CSR chooses again', async () => {
    const s = await agreed();
    const { reportNotChosen } = await s.csr.ask(NOT_CHOSEN, { id: s.shareId });
    expect(reportNotChosen).toMatchObject({ state: 'GRANTED', notChosenAt: expect.any(String) });
    await s.csr.ask(NOT_CHOSEN, { id: s.shareId });
    expect(await kinds(s.id)).toEqual(['consents.asked', 'consents.granted', 'sharing.notChosen']);
    const { session } = await s.customer.ask(
      'query($id: ID!) { session(id: $id) { shares { state notChosenAt } } }',
      s,
    );
    expect(session.shares).toEqual([{ state: 'GRANTED', notChosenAt: expect.any(String) }]);
    const { startShare } = await s.csr.ask(
      'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { state notChosenAt } }',
      { id: s.shareId },
    );
    expect(startShare).toEqual({ state: 'STARTING', notChosenAt: null });
    expect(await s.csr.refusal(NOT_CHOSEN, { id: s.shareId })).toBe('SHARE_OVER');
  });

  it('is reported by whose screen it is, and by nobody else', async () => {
    const s = await agreed();
    expect(await s.customer.refusal(NOT_CHOSEN, { id: s.shareId })).toBe('FORBIDDEN');
    expect(await kinds(s.id)).toEqual(['consents.asked', 'consents.granted']);
  });

  it('can be the end of it, for the CSR, for the customer, and after a while for both', async () => {
    const csr = await agreed();
    expect((await csr.csr.ask(FAIL, { id: csr.shareId, r: 'PICKER_CANCELLED' })).failShare).toMatchObject({
      ...{ state: 'FAILED', endReason: 'PICKER_CANCELLED', grant: { endReason: 'REVOKED' } },
    });
    const customer = await agreed();
    expect((await customer.customer.ask(STOP, { id: customer.shareId })).stopShare).toMatchObject({
      ...{ state: 'STOPPED', endReason: 'STOPPED_BY_CUSTOMER', liveAt: null },
    });
    expect(await customer.csr.refusal(START, { id: customer.shareId })).toBe('SHARE_OVER');
    const waiting = await agreed();
    await waiting.csr.ask(NOT_CHOSEN, { id: waiting.shareId });
    api.clock.turn(LIMITS.sharePicker + 1000);
    await api.sweep();
    expect(await waiting.shareOf(waiting.shareId)).toMatchObject({ state: 'FAILED', endReason: 'PICKER_CANCELLED' });
  });
});

describe('a consent to watch from before, with a duration', () => {
  /** As it was stored while such consents had durations. */
  async function stored(duration: GrantDuration) {
    const s = await shown();
    const endsAt = duration === 'TEN_MINUTES' ? new Date(api.clock.now().getTime() + LIMITS.tenMinuteGrant) : null;
    const { grantId } = await api.prisma.share.findUniqueOrThrow({ where: { id: s.shareId } });
    await api.prisma.grant.update({ where: { id: grantId! }, data: { duration, endsAt, maxUses: null } });
    await s.csr.ask(STOP, { id: s.shareId });
    return s;
  }

  it('runs out by its time, and is not renewed', async () => {
    const s = await stored('TEN_MINUTES');
    const { id, state } = await s.ask('SHARE_VIEW');
    expect(state).toBe('GRANTED');
    await s.csr.ask(FAIL, { id, r: 'PICKER_CANCELLED' });
    expect(await s.shareOf(id)).toMatchObject({ grant: { duration: 'TEN_MINUTES', endedAt: null } });
    api.clock.turn(LIMITS.tenMinuteGrant + 1000);
    await api.sweep();
    const next = await s.ask('SHARE_VIEW');
    expect(next).toMatchObject({ state: 'ASKED', isQuestionSpared: false });
    expect(await s.answer(next.id)).toMatchObject({ grant: { duration: 'ONCE' } });
  });

  it('runs out with the session, or when the customer revokes it', async () => {
    const open = (sessionId: string) => api.prisma.grant.count({ where: { sessionId, endedAt: null } });
    const ended = await stored('SESSION');
    expect(await open(ended.id)).toBe(1);
    await ended.csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id: ended.id });
    expect(await open(ended.id)).toBe(0);
    const revoked = await stored('SESSION');
    const { grant } = await revoked.shareOf(revoked.shareId);
    await revoked.customer.ask('mutation($id: ID!) { revokeGrant(grantId: $id) { id } }', { id: grant.id });
    expect(await revoked.ask('SHARE_VIEW')).toMatchObject({ state: 'ASKED' });
  });

  it('is told in the report as it was given', async () => {
    const s = await stored('SESSION');
    const { sessionReport } = await s.csr.ask(
      'query($id: ID!) { sessionReport(sessionId: $id) { timeline { ... on ShareGranted { grant { kind duration } } } } }',
      { id: s.id },
    );
    expect(sessionReport.timeline).toContainEqual({ grant: { kind: 'SHARE_VIEW', duration: 'SESSION' } });
  });
});
