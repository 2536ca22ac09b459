import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { assist, expert } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const PEOPLE = 'query($id: ID!) { session(id: $id) { participants { role name organisation checkPhrase } } }';
const csrOf = async (user: ApiUser, id: string) => {
  const { session } = await user.ask(PEOPLE, { id });
  return session.participants.find(({ role }: { role: string }) => role === 'PRIMARY_CSR');
};
const PROFILE = 'mutation($i: ProfileInput!) { setMyProfile(input: $i) { name organisation } }';
const REPORT = 'mutation($id: ID!) { reportUnexpectedCall(sessionId: $id) }';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a CSR, as the customer sees them', () => {
  it('has a name and an organisation from the CSR’s profile', async () => {
    const csr = await api.staff('CSR');
    await csr.ask(PROFILE, { i: { name: ' 김서연 ', organisation: ' 에이크미 지원팀 ' } });
    const { id, number } = await api.startSession(csr);
    const customer = await api.customer(number);
    expect(await csrOf(customer, id)).toMatchObject({ name: '김서연', organisation: '에이크미 지원팀' });
    for (const input of [
      { name: '', organisation: '' },
      { name: 'x'.repeat(81), organisation: '' },
      { name: 'a\nb', organisation: '' },
      { name: 'a', organisation: 'x'.repeat(81) },
    ])
      expect(await csr.refusal(PROFILE, { i: input })).toBe('BAD_INPUT');
  });

  it('has four digits that both see, different in each session', async () => {
    const csr = await api.staff('CSR');
    const phrases = new Set<string>();
    for (let i = 0; i < 4; i++) {
      const { id, number } = await api.startSession(csr);
      const customer = await api.customer(number);
      const { checkPhrase } = await csrOf(customer, id);
      expect(checkPhrase).toMatch(/^\d{4}$/);
      expect((await csrOf(csr, id)).checkPhrase).toBe(checkPhrase);
      phrases.add(checkPhrase);
      await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    }
    expect(phrases.size).toBeGreaterThan(1);
  });

  it('has digits as an assistant too; an outside expert has none', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    await assist(api, number);
    const guest = await expert(api, csr, id);
    for (const user of [customer, csr, guest]) {
      const { session } = await user.ask(PEOPLE, { id });
      const digitsOf = (wanted: string) =>
        session.participants.find(({ role }: { role: string }) => role === wanted).checkPhrase;
      expect(digitsOf('ASSISTANT')).toMatch(/^\d{4}$/);
      expect(digitsOf('GUEST_EXPERT')).toBeNull();
    }
  });

  it('has digits that only participants of the session see', async () => {
    const { id, number, csr } = await api.startSession();
    await api.customer(number);
    const waiting = await api.customer(number);
    expect(waiting.state).toBe('WAITING');
    expect((await csrOf(waiting, id)).checkPhrase).toBeNull();
    expect((await csrOf(api.owner, id)).checkPhrase).toBeNull();
    const { session } = await csr.ask(PEOPLE, { id });
    const customers = session.participants.filter(({ role }: { role: string }) => role === 'PRIMARY_CUSTOMER');
    for (const customer of customers) expect(customer.checkPhrase).toBeNull();
  });

  it('has a picture that is resized, is referred to by its address, and is deleted when it is replaced', async () => {
    const csr = await api.staff('CSR');
    const { id, number } = await api.startSession(csr);
    const customer = await api.customer(number);
    const pictureOf = async (user: ApiUser) => {
      const { session } = await user.ask('query($id: ID!) { session(id: $id) { participants { role pictureUrl } } }', {
        id,
      });
      return session.participants.find(({ role }: { role: string }) => role === 'PRIMARY_CSR').pictureUrl;
    };
    expect(await pictureOf(customer)).toBeNull();
    const SET = 'mutation($d: String) { setMyPicture(dataUrl: $d) }';
    const { setMyPicture: first } = await csr.ask(SET, { d: PIXEL });
    expect(await pictureOf(customer)).toBe(first);
    const response = await fetch(api.origin + first);
    expect(response.headers.get('content-type')).toBe('image/png');
    const { setMyPicture: second } = await csr.ask(SET, { d: PIXEL });
    expect(second).not.toBe(first);
    expect((await fetch(api.origin + first)).status).toBe(404);
    expect((await csr.ask('{ me { pictureUrl } }')).me.pictureUrl).toBe(second);
    expect(await csr.refusal(SET, { d: 'data:image/png;base64,bm90IGEgcGljdHVyZQ==' })).toBe('IMAGE_REFUSED');
    expect(await pictureOf(customer)).toBe(second);
    await csr.ask(SET, { d: null });
    expect(await pictureOf(customer)).toBeNull();
  });

  it('is shown on an invitation before the customer joins', async () => {
    const { id, csr } = await api.startSession();
    await csr.ask(PROFILE, { i: { name: 'Sara', organisation: 'Outside Ltd' } });
    const { createInvitationLink } = await csr.ask(
      'mutation($id: ID!) { createInvitationLink(input: { sessionId: $id, locale: en }) { url } }',
      { id },
    );
    const token = new URL(createInvitationLink.url).pathname.split('/').at(-1);
    const { openInvitation } = await api
      .stranger()
      .ask('mutation($t: String!) { openInvitation(token: $t) { csr { name organisation checkPhrase } } }', {
        t: token,
      });
    const { checkPhrase } = await csrOf(csr, id);
    expect(openInvitation.csr).toMatchObject({ organisation: 'Outside Ltd', checkPhrase });
  });
});

describe('the report "somebody called me unexpectedly"', () => {
  async function reported() {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number, { name: '박지훈' });
    const share = {
      id: (
        await csr.ask(
          'mutation($id: ID!) { askShare(input: { sessionId: $id, action: REQUEST_VIEW, target: DESKTOP }) { id } }',
          { id },
        )
      ).askShare.id,
    };
    await customer.ask(
      'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: SESSION }) { id } }',
      share,
    );
    await customer.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', share);
    await api.screenArrives(customer.participantId);
    await customer.ask(REPORT, { id });
    return { id, number, csr, customer };
  }

  it('ends the session immediately, revokes all consents, and gives the reason in the log and in the report', async () => {
    const { id, csr } = await reported();
    const { session } = await csr.ask(
      'query($id: ID!) { session(id: $id) { state endReason shares { state } grants { endedAt } } }',
      { id },
    );
    expect(session).toMatchObject({
      state: 'ENDED',
      endReason: 'REPORTED_BY_CUSTOMER',
      shares: [{ state: 'STOPPED' }],
    });
    for (const grant of session.grants) expect(grant.endedAt).not.toBeNull();
    expect((await api.eventTypes(id)).slice(-2)).toEqual(['concerns.reported', 'sessions.ended']);
  });

  it('can be made by the customer only, once, and not from the waiting room', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const waiting = await api.customer(number);
    expect(await csr.refusal(REPORT, { id })).toBe('FORBIDDEN');
    expect(await waiting.refusal(REPORT, { id })).toBe('FORBIDDEN');
    await customer.ask(REPORT, { id });
    expect(await customer.refusal(REPORT, { id })).toBe('SESSION_ENDED');
    expect(await api.prisma.concern.count({ where: { sessionId: id } })).toBe(1);
  });

  it('is listed for administrators until one of them resolves it, and names the first who did', async () => {
    const { id } = await reported();
    const LIST =
      '{ concerns { openCount edges { node { id sessionId customerName csrName handledAt handledByName } } } }';
    const { concerns } = await api.owner.ask(LIST);
    const { node } = concerns.edges[0];
    expect(node).toMatchObject({ sessionId: id, customerName: '박지훈', csrName: 'A CSR', handledAt: null });
    const HANDLE = 'mutation($id: ID!) { handleConcern(id: $id) { handledByName handledAt } }';
    const administrator = await api.staff('ADMINISTRATOR');
    expect((await administrator.ask(HANDLE, { id: node.id })).handleConcern.handledByName).toBe('A ADMINISTRATOR');
    expect((await api.owner.ask(HANDLE, { id: node.id })).handleConcern.handledByName).toBe('A ADMINISTRATOR');
    expect((await api.owner.ask(LIST)).concerns.openCount).toBe(concerns.openCount - 1);
  });

  it('is mailed to every administrator, once, in their language', async () => {
    await api.sweep();
    await api.prisma.outgoingMail.deleteMany();
    const csr = await api.staff('CSR');
    await csr.ask(PROFILE, { i: { name: '<b>Mallory</b>', organisation: '' } });
    const { id, number } = await api.startSession(csr);
    await (await api.customer(number)).ask(REPORT, { id });
    await api.sweep();
    await api.sweep();
    const administrators = await api.prisma.user.count({ where: { role: { in: ['OWNER', 'ADMINISTRATOR'] } } });
    await expect
      .poll(async () => (await api.owner.ask('{ caughtMails { id } }')).caughtMails.length)
      .toBe(administrators);
    const { caughtMails } = await api.owner.ask('{ caughtMails { to subject text } }');
    for (const mail of caughtMails) {
      expect(mail.subject).toMatch(/unexpected call|예상하지 못한 전화/);
      expect(mail.text).toContain('/console/concerns');
      expect(mail.text).toContain('<b>Mallory</b>');
    }
    expect((await api.prisma.concern.findUnique({ where: { sessionId: id } }))!.toldAt).not.toBeNull();
  });
});
