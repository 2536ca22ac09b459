import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const PUBLISH =
  'mutation($i: PublishAgreementInput!) { publishAgreement(input: $i) { id version acceptances createdByName texts { locale hash } } }';
const ASKED = 'query($l: Locale!) { site { agreement(locale: $l) { id version title body hash } } }';
const JOIN = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { participant { id } session { id } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());
beforeEach(() => api.setting('isAgreementRequired', true));

const words = (n: number) => [
  { locale: 'ko', title: `원격 지원 동의 ${n}`, body: '화면을 함께 봅니다.\n언제든지 멈출 수 있습니다.' },
  { locale: 'en', title: `Agreement ${n}`, body: 'We look at your screen together.' },
];
const publish = async (n: number) => (await api.owner.ask(PUBLISH, { i: { texts: words(n) } })).publishAgreement[0];
const asked = async (l = 'ko') => (await api.stranger().ask(ASKED, { l })).site.agreement;
const join = (number: string, agreedTo?: string, locale = 'ko') => {
  const user = api.stranger();
  return { user, answer: user.ask(JOIN, { i: { number, locale, device: DEVICE, agreedTo } }) };
};

describe('an agreement', () => {
  it('is not asked for before there is one, nor where the site does not ask for it', async () => {
    const { number } = await api.startSession();
    expect(await asked()).toBeNull();
    await join(number).answer;
    await publish(1);
    expect(await asked()).toMatchObject({ version: 1, title: '원격 지원 동의 1' });
    await api.setting('isAgreementRequired', false);
    expect(await asked()).toBeNull();
    await join(number).answer;
  });

  it('is enforced by the server: a customer who has not accepted the newest version cannot join, and a link is not used up', async () => {
    const old = await publish(2);
    const { number, id, csr } = await api.startSession();
    await expect(join(number).answer).rejects.toThrow('AGREEMENT_REQUIRED');
    await expect(join(number, 'nonsense').answer).rejects.toThrow('AGREEMENT_REQUIRED');
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url } }',
      { s: id },
    );
    const token = (createInvitationLink.url as string).split('/').at(-1)!;
    const byLink = (agreedTo?: string) =>
      api.stranger().refusal(JOIN, { i: { token, locale: 'en', device: DEVICE, agreedTo } });
    expect(await byLink()).toBe('AGREEMENT_REQUIRED');
    const now = await publish(3);
    expect(await byLink(old.id)).toBe('AGREEMENT_REQUIRED');
    expect(await byLink(now.id)).toBeNull();
  });

  it('is recorded with its text, hash and time, and is listed in the log and the report', async () => {
    await publish(4);
    const agreement = await asked('en');
    expect(agreement.hash).toBe(createHash('sha256').update(`${agreement.title}\n\n${agreement.body}`).digest('hex'));
    const { number, id, csr } = await api.startSession();
    const { joinSession } = await join(number, agreement.id, 'en').answer;
    const kept = await api.prisma.agreementAcceptance.findUniqueOrThrow({
      where: { participantId: joinSession.participant.id },
    });
    expect(kept).toMatchObject({ sessionId: id, agreementId: agreement.id, locale: 'en', textHash: agreement.hash });
    expect(Math.abs(kept.acceptedAt.getTime() - Date.now())).toBeLessThan(within(10_000));
    expect(await api.eventTypes(id)).toContain('participants.agreed');
    const stream = csr.follow(id);
    await expect.poll(() => stream.events.map(({ __typename }) => __typename)).toContain('ParticipantAgreed');
    stream.cut();
    const { agreementVersions } = await api.owner.ask('query { agreementVersions { version acceptances } }');
    expect(agreementVersions[0]).toEqual({ version: 4, acceptances: 1 });
  });

  it('is not asked for again when a browser returns to its seat', async () => {
    const { id: agreedTo } = await publish(5);
    const { number } = await api.startSession();
    const { user, answer } = join(number, agreedTo);
    const { joinSession } = await answer;
    await publish(6);
    const again = await user.ask(JOIN, { i: { number, locale: 'ko', device: DEVICE } });
    expect(again.joinSession.participant.id).toBe(joinSession.participant.id);
  });

  it('has a text in every language, and versions without a gap when two are published at the same time', async () => {
    const input = { i: { texts: words(7).slice(0, 1) } };
    expect(await api.owner.failure(PUBLISH, input)).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'texts' }] });
    const before = (await publish(8)).version;
    await Promise.all([publish(9), publish(10)]);
    const { agreementVersions } = await api.owner.ask('query { agreementVersions { version } }');
    expect(agreementVersions.slice(0, 3)).toEqual([before + 2, before + 1, before].map((version) => ({ version })));
  });
});
