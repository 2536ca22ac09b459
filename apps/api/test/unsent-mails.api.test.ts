import { formatSessionNumber } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const INVITE = 'mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id state failure email url message } }';
const MAILS = 'query { caughtMails(first: 100) { id from to subject text html } }';
const INVITATIONS = 'query($id: ID!) { session(id: $id) { invitations { id state failure } } }';
const HOSTILE = `"Eve" <script>alert('1')</script> & <eve@evil.example>, b@evil.example`;

interface Caught {
  to: string;
  subject: string;
  text: string;
  html: string;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

let people = 0;
const somebody = () => `guest${++people}@example.org`;

async function invite(
  csr: ApiUser,
  sessionId: string,
  input: object = {},
): Promise<{ id: string; email: string; state: string; url: string; message: string }> {
  const asked = { sessionId, email: somebody(), locale: 'en', ...input };
  return (await csr.ask(INVITE, { i: asked })).inviteByEmail;
}

/** Waits for the one mail to an address, as an administrator reads it. */
async function mailTo(email: string): Promise<Caught> {
  const ofThem = async () =>
    (await api.owner.ask(MAILS)).caughtMails.filter(({ to }: Caught) => to.includes(email)) as Caught[];
  await expect.poll(ofThem, { timeout: within(5000) }).toHaveLength(1);
  return (await ofThem())[0]!;
}

const linksIn = (text: string) => [...text.matchAll(/https?:\/\/[^\s"<]*\/i\/[\w-]+/g)].map(([link]) => link);

describe('an invitation by mail without a mail server', () => {
  it('is marked as not sent, gives its link to the CSR immediately, and can be read by administrators', async () => {
    const { id, number, csr } = await api.startSession();
    const { email, state, url, message } = await invite(csr, id, { name: 'Park Jihun' });
    expect(state).toBe('NOT_SENT');
    expect(message).toContain(url);
    const mail = await mailTo(email);
    const [link] = linksIn(mail.text);
    expect(link).toMatch(new RegExp(`^${api.origin}/i/[\\w-]{43}$`));
    expect(url).toBe(link);
    expect(linksIn(mail.html)).toEqual([link]);
    expect(mail.text).toContain(formatSessionNumber(number));
    expect(mail.html).toContain(formatSessionNumber(number));
    expect(mail.subject).toBe('Acme invites you to remote support');
    expect(mail.text).toContain('Hello Park Jihun,');
    await expect
      .poll(async () => (await csr.ask(INVITATIONS, { id })).session.invitations)
      .toMatchObject([{ state: 'NOT_SENT', failure: null }]);
  });

  it('is in the language of the guest, not of the CSR', async () => {
    const { id, csr } = await api.startSession();
    const { email } = await invite(csr, id, { locale: 'ko', name: '박지훈' });
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Acme 원격 지원 초대');
    expect(mail.text).toContain('박지훈 님, 안녕하세요.');
    expect(mail.html).toContain('<html lang="ko">');
    expect(mail.html).toContain('지원 세션 참여하기');
    expect(linksIn(mail.html)).toEqual(linksIn(mail.text));
  });

  it('can be opened by its link repeatedly, and joined once', async () => {
    const { id, csr } = await api.startSession();
    const { email } = await invite(csr, id, { name: 'Park Jihun' });
    const token = linksIn((await mailTo(email)).text)[0]!
      .split('/')
      .at(-1)!;
    const open = 'mutation($t: String!) { openInvitation(token: $t) { siteName name } }';
    // mail scanners only send GET
    expect((await fetch(`${api.origin}/i/${token}`)).status).toBeLessThan(500);
    for (let i = 0; i < 2; i++)
      expect((await api.stranger().ask(open, { t: token })).openInvitation).toEqual({
        siteName: 'Acme',
        name: 'Park Jihun',
      });
    const first = await api.customerBy({ token });
    expect(first.state).toBe('SEATED');
    // a used link leads to the waiting room, and does not show whom it was for
    expect((await api.customerBy({ token })).state).toBe('WAITING');
    expect((await api.stranger().ask(open, { t: token })).openInvitation).toEqual({ siteName: 'Acme', name: '' });
    expect((await csr.ask(INVITATIONS, { id })).session.invitations).toMatchObject([{ state: 'JOINED' }]);
  });

  it('shows hostile names as plain text, and sends them to nobody else', async () => {
    await api.setting('siteName', HOSTILE.slice(0, 80));
    const { id, csr } = await api.startSession();
    const { email } = await invite(csr, id, { name: HOSTILE.slice(0, 80) });
    const mail = await mailTo(email);
    expect(mail.html).not.toMatch(/<script|<eve@/);
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.text).toContain(HOSTILE.slice(0, 80));
    expect(mail.subject).toContain(HOSTILE.slice(0, 80));
    expect(await api.prisma.outgoingMail.count({ where: { address: { contains: 'evil' } } })).toBe(0);
    await api.setting('siteName', 'Acme');
  });

  it.each([
    ['a line break in the name', { name: 'Park\r\nBcc: eve@evil.example' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'name'],
    ['a second address', { email: 'a@example.org, b@evil.example' }, 'email'],
    ['a header in the address', { email: 'a@example.org\r\nBcc: eve@evil.example' }, 'email'],
    ['a command in the address', { email: 'a@example.org>\r\nDATA' }, 'email'],
    ['an address of 255 letters', { email: `${'a'.repeat(243)}@example.org` }, 'email'],
  ])('is refused for %s, and nothing is sent', async (_what, input, field) => {
    const { id, csr } = await api.startSession();
    const asked = { sessionId: id, email: somebody(), locale: 'en', ...input };
    const failure = await csr.failure(INVITE, { i: asked });
    expect(failure?.code).toBe('BAD_INPUT');
    expect(new Set(failure?.fields?.map(({ path }) => path))).toEqual(new Set([field]));
    expect(await api.prisma.invitation.count({ where: { sessionId: id } })).toBe(0);
  });
});

describe('without a mail server', () => {
  it('a link is ready to be passed on, is never marked as sent, and is new after a retry', async () => {
    const { id, csr } = await api.startSession();
    const made = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { invitation { state } } }',
      { s: id },
    );
    expect(made.createInvitationLink.invitation.state).toBe('READY');
    const first = await invite(csr, id);
    const retry = 'mutation($id: ID!) { retryInvitation(id: $id) { state url } }';
    const { retryInvitation: again } = await csr.ask(retry, { id: first.id });
    expect(again.state).toBe('NOT_SENT');
    expect(again.url).not.toBe(first.url);
    const opened = (url: string) =>
      api.stranger().refusal('mutation($t: String!) { openInvitation(token: $t) { number } }', {
        t: url.split('/').at(-1),
      });
    expect(await opened(first.url)).toBe('INVITATION_UNKNOWN');
    expect(await opened(again.url)).toBeNull();
  });

  it('links of new colleagues, and repeated ones, can be passed on', async () => {
    const staff = 'mutation($i: InviteUserInput!) { inviteUser(input: $i) { url member { id linkMail { state } } } }';
    const input = { email: somebody(), name: 'Harriet', roleId: 'CSR', locale: 'en' };
    const { inviteUser } = await api.owner.ask(staff, { i: input });
    expect(inviteUser.member.linkMail.state).toBe('NOT_SENT');
    const send = 'mutation($id: ID!) { sendUserLink(id: $id) { url member { linkMail { state } } } }';
    const { sendUserLink } = await api.owner.ask(send, { id: inviteUser.member.id });
    expect(sendUserLink.member.linkMail.state).toBe('NOT_SENT');
    expect(sendUserLink.url).toMatch(/\/welcome\/[\w-]{43}$/);
    expect(sendUserLink.url).not.toBe(inviteUser.url);
  });

  it('no customer is offered a transcript by mail', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    const asked =
      'query($id: ID!) { conversation(sessionId: $id) { isMailed } session(id: $id) { abilities { act isAllowed } } }';
    const { conversation, session } = await customer.ask(asked, { id });
    expect(conversation.isMailed).toBe(false);
    expect(session.abilities).toContainEqual({ act: 'mailConversation', isAllowed: false });
    const mail = 'mutation($i: MailConversationInput!) { mailConversation(input: $i) { state } }';
    const input = { sessionId: id, email: somebody(), locale: 'en' };
    expect(await customer.refusal(mail, { i: input })).toBe('CONVERSATION_NOT_MAILED');
  });

  it('administrators read that no mail server is set', async () => {
    expect((await api.owner.ask('{ mailServer { state host from answer } }')).mailServer).toEqual({
      state: 'NONE',
      host: null,
      from: null,
      answer: null,
    });
  });
});

describe('unsent mails', () => {
  it('can be read by administrators only', async () => {
    for (const role of ['OWNER', 'ADMINISTRATOR'] as const)
      expect(await (await api.staff(role)).refusal(MAILS)).toBeNull();
    for (const role of ['READ_ONLY_ADMINISTRATOR', 'SUPERVISOR', 'CSR', 'AUDITOR', 'INTEGRATOR'] as const)
      expect(await (await api.staff(role)).refusal(MAILS)).toBe('FORBIDDEN');
    expect(await api.stranger().refusal(MAILS)).toBe('UNAUTHENTICATED');
    const { number } = await api.startSession();
    expect(await (await api.customer(number)).refusal(MAILS)).toBe('FORBIDDEN');
  });
});
