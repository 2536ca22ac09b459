import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const INVITE = 'mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id state } }';
const RETRY = 'mutation($id: ID!) { retryInvitation(id: $id) { id state failure } }';
const INVITATIONS = 'query($id: ID!) { session(id: $id) { state invitations { id state failure } } }';
const OPEN = 'mutation($t: String!) { openInvitation(token: $t) { siteName } }';

let server: MailServer;
let api: TestApi;
beforeAll(async () => {
  server = await startMailServer();
  api = await startTestApi({ SMTP_URL: server.url, MAIL_FROM: 'Acme Support <support@acme.example>' });
});
afterAll(async () => {
  await api.stop();
  await server.stop();
});
beforeEach(() => {
  server.received.length = 0;
  server.refusals.clear();
});

const GUEST = 'guest@example.org';

async function invite(csr: ApiUser, sessionId: string): Promise<{ id: string; state: string }> {
  return (await csr.ask(INVITE, { i: { sessionId, email: GUEST, locale: 'en' } })).inviteByEmail;
}
/** Where the session's only invitation stands. */
const standing = (csr: ApiUser, id: string) => async () =>
  (await csr.ask(INVITATIONS, { id })).session.invitations[0] as { state: string; failure: string | null };
/** Every state that the log tells of, in order. */
const statesTold = async (sessionId: string) => {
  const events = await api.prisma.event.findMany({
    where: { stream: `session:${sessionId}`, type: 'invitations.changed' },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ payload }) => (payload as { state: string }).state);
};
const tokenIn = (text: string) => /\/i\/([\w-]{43})/.exec(text)![1]!;

describe('a mail server of the site', () => {
  it('gets the mail for one recipient, with a sender, both forms and no stray header', async () => {
    const { id, csr } = await api.startSession();
    expect((await invite(csr, id)).state).toBe('SENDING');
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'SENT', failure: null });
    const [{ recipients, raw, mail }] = server.received as [MailServer['received'][number]];
    expect(recipients).toEqual([GUEST]);
    expect(mail.from?.text).toBe('"Acme Support" <support@acme.example>');
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(tokenIn(mail.text!)).toBe(tokenIn(String(mail.html)));
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(?:Bcc|Cc):/im);
    expect(await statesTold(id)).toEqual(['SENDING', 'SENT']);
  });

  it('that refuses the recipient makes the invitation fail as refused', async () => {
    server.refusals.set(GUEST, 550);
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'FAILED', failure: 'MAIL_REFUSED' });
    expect(server.received).toEqual([]);
  });

  it('that is busy for now is told from one that refuses', async () => {
    server.refusals.set(GUEST, 451);
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'FAILED', failure: 'MAIL_UNREACHABLE' });
  });

  it('gets a failed mail again with a new link, and the old one opens nothing', async () => {
    const { id, csr } = await api.startSession();
    const invitation = await invite(csr, id);
    await expect.poll(() => server.received.length).toBe(1);
    const old = tokenIn(server.received[0]!.raw.replace(/=\r\n/g, ''));
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'SENT' });
    expect(await csr.refusal(RETRY, { id: invitation.id })).toBe('ALREADY_ANSWERED'); // nothing has failed

    server.refusals.set(GUEST, 550);
    const second = await api.startSession(csr);
    const failing = await invite(csr, second.id);
    await expect.poll(standing(csr, second.id)).toMatchObject({ state: 'FAILED' });
    server.refusals.clear();
    expect((await csr.ask(RETRY, { id: failing.id })).retryInvitation).toMatchObject({
      state: 'SENDING',
      failure: null,
    });
    await expect.poll(standing(csr, second.id)).toMatchObject({ state: 'SENT' });
    const fresh = tokenIn(server.received[1]!.mail.text!);
    expect(fresh).not.toBe(old);
    expect(await api.stranger().refusal(OPEN, { t: fresh })).toBeNull();
    expect(await statesTold(second.id)).toEqual(['SENDING', 'FAILED', 'SENDING', 'SENT', 'OPENED']);
  });

  it('is the end of the catcher: nobody finds caught mails', async () => {
    expect(await api.owner.refusal('query { caughtMails { id } }')).toBe('NOT_FOUND');
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'SENT' });
    expect(await api.prisma.caughtMail.count()).toBe(0);
  });
});

describe('a mail server that is silent', () => {
  it('holds up nobody, is given up after a minute, and what it takes later under the old link changes nothing', async () => {
    const { id, number, csr } = await api.startSession();
    const speak = server.fallSilent();
    const started = Date.now();
    const { id: invitationId } = await invite(csr, id);
    expect(Date.now() - started).toBeLessThan(within(2000));
    await api.customer(number); // the session goes on meanwhile
    await api.sweep();
    expect(await standing(csr, id)()).toMatchObject({ state: 'SENDING' });
    api.clock.turn(61_000);
    await api.sweep();
    expect(await standing(csr, id)()).toMatchObject({ state: 'FAILED', failure: 'MAIL_UNREACHABLE' });

    await csr.ask(RETRY, { id: invitationId });
    await api.sweep(); // a sending that has just begun is not given up with the first
    expect(await standing(csr, id)()).toMatchObject({ state: 'SENDING' });
    speak();
    await expect.poll(() => server.received.length).toBe(2);
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'SENT' });
    const opened = await Promise.all(
      server.received.map(({ mail }) => api.stranger().refusal(OPEN, { t: tokenIn(mail.text!) })),
    );
    expect(opened.sort()).toEqual(['INVITATION_UNKNOWN', null]);
    expect(await statesTold(id)).toEqual(['SENDING', 'FAILED', 'SENDING', 'SENT', 'OPENED']);
  });

  it('lets a session end while a mail is on its way, and its log stays closed', async () => {
    const { id, csr } = await api.startSession();
    const speak = server.fallSilent();
    await invite(csr, id);
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    speak();
    await expect
      .poll(() => api.prisma.invitation.findFirst({ where: { sessionId: id } }))
      .toMatchObject({ state: 'SENT' });
    const last = await api.prisma.event.findFirst({ where: { stream: `session:${id}` }, orderBy: { seq: 'desc' } });
    expect(last?.type).toBe('sessions.ended');
    expect(await api.stranger().refusal(OPEN, { t: tokenIn(server.received[0]!.mail.text!) })).toBe('SESSION_ENDED');
  });
});

describe('a mail server that is down', () => {
  it('stops no session from starting: the invitation says that it failed, and goes out when the server is back', async () => {
    await server.stop();
    const { id, number, csr } = await api.startSession();
    const { id: invitationId } = await invite(csr, id);
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'FAILED', failure: 'MAIL_UNREACHABLE' });
    expect((await api.customer(number)).state).toBe('SEATED');
    server = await startMailServer(server.port);
    await csr.ask(RETRY, { id: invitationId });
    await expect.poll(standing(csr, id)).toMatchObject({ state: 'SENT', failure: null });
    expect(server.received).toHaveLength(1);
  });
});
