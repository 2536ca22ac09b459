import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const INVITE = 'mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id state } }';
const RETRY = 'mutation($id: ID!) { retryInvitation(id: $id) { id state failure } }';
const INVITATIONS = 'query($id: ID!) { session(id: $id) { state invitations { id state failure } } }';
const OPEN = 'mutation($t: String!) { openInvitation(token: $t, isByPerson: true) { siteName } }';

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
beforeEach(async () => {
  server.received.length = server.asked.length = 0;
  server.refusals.clear();
  server.known.clear();
  Object.assign(server.state, { isGreylisting: false, isBusy: false, loses: null });
  await api.prisma.throttle.deleteMany();
});

const DELIVERY = { timeout: within(5000) };
const GUEST = 'guest@example.org';

async function invite(csr: ApiUser, sessionId: string): Promise<{ id: string; state: string }> {
  return (await csr.ask(INVITE, { i: { sessionId, email: GUEST, locale: 'en' } })).inviteByEmail;
}
/** State of the session's only invitation. */
const stateOf = (csr: ApiUser, id: string) => async () =>
  (await csr.ask(INVITATIONS, { id })).session.invitations[0] as { state: string; failure: string | null };
/** Every state that the log lists, in order. */
const statesInLog = async (sessionId: string) => {
  const events = await api.prisma.event.findMany({
    where: { stream: `session:${sessionId}`, type: 'invitations.changed' },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ payload }) => (payload as { state: string }).state);
};
/** Waits until no mail is being sent. */
const idle = () =>
  expect
    .poll(() => api.prisma.outgoingMail.count({ where: { claimedUntil: { not: null } } }), { timeout: within(5000) })
    .toBe(0);
const UNSENT = `query { unsentMails(first: 5) { edges { node {
  id kind address state failure answer tries askedByName canTryAgain nextTryAt } } } }`;
const TRY_AGAIN = 'mutation($id: ID!) { tryMailAgain(id: $id) }';
const tokenIn = (text: string) => /\/i\/([\w-]{43})/.exec(text)![1]!;

describe('the site’s mail server', () => {
  it('receives a mail for one recipient, with a sender, text and HTML, and no unexpected headers', async () => {
    await api.setting('mailReplyTo', 'desk@acme.example');
    const { id, csr } = await api.startSession();
    expect((await invite(csr, id)).state).toBe('SENDING');
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT', failure: null });
    const [{ recipients, raw, mail }] = server.received as [MailServer['received'][number]];
    expect(recipients).toEqual([GUEST]);
    expect(mail.from?.text).toBe('"Acme Support" <support@acme.example>');
    expect(mail.replyTo?.text).toBe('desk@acme.example');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(server.hellos.at(-1)).toBe('localhost');
    expect(String(mail.html)).toContain('<meta name="color-scheme" content="light">');
    expect(String(mail.html)).toContain('name="viewport"');
    expect(mail.text).not.toMatch(/button/i);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(tokenIn(mail.text!)).toBe(tokenIn(String(mail.html)));
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(?:Bcc|Cc):/im);
    expect(await statesInLog(id)).toEqual(['SENDING', 'SENT']);
  });

  it('that refuses the recipient makes the invitation fail with that reason', async () => {
    server.refusals.set(GUEST, 550);
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'FAILED', failure: 'MAIL_REFUSED' });
    expect(server.received).toEqual([]);
  });

  it('receives a failed mail again with a new link, and the old link is invalid', async () => {
    const { id, csr } = await api.startSession();
    const invitation = await invite(csr, id);
    await expect.poll(() => server.received.length).toBe(1);
    const old = tokenIn(server.received[0]!.raw.replace(/=\r\n/g, ''));
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT' });
    expect(await csr.refusal(RETRY, { id: invitation.id })).toBe('ALREADY_ANSWERED'); // nothing has failed

    server.refusals.set(GUEST, 550);
    const second = await api.startSession(csr);
    const failing = await invite(csr, second.id);
    await expect.poll(stateOf(csr, second.id), DELIVERY).toMatchObject({ state: 'FAILED' });
    server.refusals.clear();
    expect((await csr.ask(RETRY, { id: failing.id })).retryInvitation).toMatchObject({
      state: 'SENDING',
      failure: null,
    });
    await expect.poll(stateOf(csr, second.id), DELIVERY).toMatchObject({ state: 'SENT' });
    const fresh = tokenIn(server.received[1]!.mail.text!);
    expect(fresh).not.toBe(old);
    expect(await api.stranger().refusal(OPEN, { t: fresh })).toBeNull();
    expect(await statesInLog(second.id)).toEqual(['SENDING', 'FAILED', 'SENDING', 'SENT', 'OPENED']);
  });

  it('replaces the list of caught mails', async () => {
    expect((await api.owner.ask('query { caughtMails { id } }')).caughtMails).toEqual([]);
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT' });
    expect(await api.prisma.outgoingMail.count({ where: { text: { not: null } } })).toBe(0);
  });
});

describe('a mail with line breaks in its fields', () => {
  it('has no headers and no recipients from them', async () => {
    const address = 'parts@example.org';
    await api.platform.db.transaction((tx) =>
      api.features.mail.enqueue(tx, {
        siteId: api.site.id,
        kind: 'TEST',
        to: { name: 'Park\r\nBcc: eve@evil.example', address },
        subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\n<script>',
        text: 'text',
        html: '<p>html</p>',
      }),
    );
    await api.sweep();
    await expect.poll(() => server.received.length).toBe(1);
    const [{ recipients, mail }] = server.received as [MailServer['received'][number]];
    expect(mail.subject).toContain('Hello');
    expect(recipients).toEqual([address]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(mail.text!.trim()).toBe('text');
  });
});

describe('a mail server that asks for a later attempt', () => {
  it('receives the same mail again after a while, and no third time', async () => {
    server.state.isGreylisting = true;
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_DEFERRED' });
    await api.sweep();
    expect(server.asked).toHaveLength(1); // not yet
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT', failure: null });
    api.clock.turn(LIMITS.mailTriedFor);
    await api.sweep();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.mail.messageId).toBe(
      `<${(await api.prisma.outgoingMail.findFirst({ where: { sessionId: id } }))!.id}@localhost>`,
    );
    expect(await statesInLog(id)).toEqual(['SENDING', 'DEFERRED', 'SENT']);
  });

  it('is tried at growing intervals for four hours, and then the sender and the administrators are informed', async () => {
    server.refusals.set(GUEST, 451);
    await api.setting('idleEndMinutes', 0);
    await api.setting('neverJoinedEndMinutes', 0);
    const { id, csr } = await api.startSession();
    const { id: invitationId } = await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED' });
    const minutes: number[] = [];
    for (let minute = 1; minute <= 4 * 60; minute++) {
      const before = server.asked.length;
      api.clock.turn(60_000);
      await api.sweep();
      await idle();
      if (server.asked.length > before) minutes.push(minute);
    }
    expect(minutes.slice(0, 7)).toEqual([1, 3, 7, 15, 31, 61, 91]);
    expect(await stateOf(csr, id)()).toMatchObject({ state: 'FAILED', failure: 'MAIL_DEFERRED' });
    const asks = server.asked.length;
    expect(await statesInLog(id)).toEqual(['SENDING', 'DEFERRED', 'FAILED']);
    const { unsentMails } = await api.owner.ask(UNSENT);
    expect(unsentMails.edges[0].node).toMatchObject({
      kind: 'SESSION_INVITATION',
      address: GUEST,
      state: 'FAILED',
      failure: 'MAIL_DEFERRED',
      answer: expect.stringContaining('not here'),
      tries: minutes.length + 1,
      askedByName: 'A CSR',
      canTryAgain: true,
    });
    api.clock.turn(LIMITS.mailTriedFor);
    await api.sweep();
    expect(server.asked).toHaveLength(asks);
    server.refusals.clear();
    await api.owner.ask(TRY_AGAIN, { id: unsentMails.edges[0].node.id });
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ id: invitationId, state: 'SENT' });
    const left = (await api.owner.ask(UNSENT)).unsentMails.edges.map(({ node }: any) => node.id);
    expect(left).not.toContain(unsentMails.edges[0].node.id);
  });

  it('is not tried again after the session has ended', async () => {
    server.refusals.set(GUEST, 451);
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED' });
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    await expect
      .poll(() => api.prisma.outgoingMail.findFirst({ where: { sessionId: id } }))
      .toMatchObject({ state: 'FAILED', text: null, html: null });
    const last = await api.prisma.event.findFirst({ where: { stream: `session:${id}` }, orderBy: { seq: 'desc' } });
    expect(last?.type).toBe('sessions.ended');
    const asks = server.asked.length;
    api.clock.turn(LIMITS.mailTriedFor);
    await api.sweep();
    expect(server.asked).toHaveLength(asks);
  });

  it('may do so in its greeting', async () => {
    server.state.isBusy = true;
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_DEFERRED' });
    server.state.isBusy = false;
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT' });
  });
});

describe('a lost connection to the mail server', () => {
  it('before the end of the mail: the mail is sent again', async () => {
    server.state.loses = 'before the text';
    const { id, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_UNREACHABLE' });
    server.state.loses = null;
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT' });
    expect(server.received).toHaveLength(1);
  });

  it('within the mail: the mail is sent again', async () => {
    server.state.loses = 'within the text';
    const text = 'a line of some length\n'.repeat(300_000); // more than the connection's buffers
    const { id } = await api.platform.db.transaction((tx) =>
      api.features.mail.enqueue(tx, {
        siteId: api.site.id,
        kind: 'TEST',
        to: { name: '', address: GUEST },
        subject: 'Long',
        text,
        html: '',
      }),
    );
    await api.sweep();
    const row = () => api.prisma.outgoingMail.findUnique({ where: { id }, omit: { text: true } });
    await expect.poll(row, { timeout: within(5000) }).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_UNREACHABLE' });
    server.state.loses = null;
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(row, { timeout: within(5000) }).toMatchObject({ state: 'SENT' });
    expect(server.received).toHaveLength(1);
  });

  it('after the end of the mail: it is perhaps delivered, and not sent again automatically', async () => {
    server.state.loses = 'after the end';
    const { id, csr } = await api.startSession();
    const { id: invitationId } = await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'PERHAPS_DELIVERED', failure: null });
    expect(server.received).toHaveLength(1);
    server.state.loses = null;
    api.clock.turn(LIMITS.mailTriedFor);
    await api.sweep();
    await idle();
    expect(server.received).toHaveLength(1);
    // it did arrive: its link works
    expect(await api.stranger().refusal(OPEN, { t: tokenIn(server.received[0]!.mail.text!) })).toBeNull();
    const second = await api.startSession(csr);
    server.state.loses = 'after the end';
    const { id: lost } = await invite(csr, second.id);
    await expect.poll(stateOf(csr, second.id), DELIVERY).toMatchObject({ state: 'PERHAPS_DELIVERED' });
    server.state.loses = null;
    await csr.ask(RETRY, { id: lost });
    await expect.poll(stateOf(csr, second.id), DELIVERY).toMatchObject({ state: 'SENT' });
    expect(invitationId).not.toBe(lost);
  });

  it.each([
    ['before the end of the mail was sent: the next process sends it', null, 'SENT', 1],
    ['after the end of the mail was sent: it is perhaps delivered', new Date(), 'PERHAPS_DELIVERED', 0],
  ])('by the end of the process %s', async (_what, endedAt, state, count) => {
    const { id, csr } = await api.startSession();
    server.refusals.set(GUEST, 451);
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED' });
    server.refusals.clear();
    // as after the process was killed while it sent the mail
    const claimedUntil = new Date(api.clock.now().getTime() + 60_000);
    await api.prisma.outgoingMail.updateMany({ where: { sessionId: id }, data: { claimedUntil, endedAt } });
    await api.restart(5000);
    api.clock.turn(LIMITS.mailLongestPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state });
    expect(server.received).toHaveLength(count);
  });
});

describe('a report of an unexpected call', () => {
  it('is mailed once to each account that may resolve it; a refused recipient delays no other, and is listed', async () => {
    const second = await api.staff('ADMINISTRATOR');
    const { email } = (await second.ask('{ me { email } }')).me;
    server.refusals.set(api.email, 550);
    const { id, number } = await api.startSession();
    await (await api.customer(number)).ask('mutation($id: ID!) { reportUnexpectedCall(sessionId: $id) }', { id });
    const LIST = '{ concerns(first: 1) { edges { node { mails { address state failure } } } } }';
    const mails = async () => (await api.owner.ask(LIST)).concerns.edges[0].node.mails;
    await expect.poll(mails, DELIVERY).toEqual(
      expect.arrayContaining([
        { address: api.email, state: 'FAILED', failure: 'MAIL_REFUSED' },
        { address: email, state: 'SENT', failure: null },
      ]),
    );
    for (let i = 0; i < 5; i++) {
      api.clock.turn(3_600_000);
      await api.sweep();
      await idle();
    }
    const all = server.asked.filter((address) => address === email || address === api.email);
    expect(all.sort()).toEqual([email, api.email].sort());
  });
});

describe('many mails to one address', () => {
  it('wait above a share of the hourly limit, and are sent later', async () => {
    const { csr } = await api.startSession();
    const address = 'many@example.org';
    for (let i = 0; i <= LIMITS.mailsPerRecipientHour; i++)
      await api.platform.db.transaction((tx) =>
        api.features.mail.enqueue(tx, {
          siteId: api.site.id,
          kind: 'TEST',
          to: { name: '', address },
          subject: `Mail ${i}`,
          text: 'text',
          html: '<p>html</p>',
        }),
      );
    await api.sweep();
    await expect.poll(() => server.received.length, { timeout: within(10_000) }).toBe(LIMITS.mailsPerRecipientHour);
    await idle();
    expect(server.received).toHaveLength(LIMITS.mailsPerRecipientHour);
    api.clock.turn(3_600_001);
    await api.sweep();
    await expect.poll(() => server.received.length).toBe(LIMITS.mailsPerRecipientHour + 1);
    expect(csr).toBeDefined();
  });
});

describe('a mail server that does not answer', () => {
  it('delays nothing else, and is tried again after a timeout', async () => {
    const { id, number, csr } = await api.startSession();
    const speak = server.fallSilent();
    const started = Date.now();
    await invite(csr, id);
    expect(Date.now() - started).toBeLessThan(within(2000));
    await api.customer(number); // the session continues meanwhile
    await api.sweep();
    expect(await stateOf(csr, id)()).toMatchObject({ state: 'SENDING' });
    api.clock.turn(LIMITS.mailHandover);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_UNREACHABLE' });
    speak();
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT' });
    expect(await statesInLog(id)).toEqual(['SENDING', 'DEFERRED', 'SENT']);
    expect(server.received).toHaveLength(1);
  });

  it('lets a session end while a mail is being sent, and its log stays closed', async () => {
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

describe('a mail server that is unreachable', () => {
  it('prevents no session from starting: the invitation waits, and is sent when the server is back', async () => {
    await server.stop();
    const { id, number, csr } = await api.startSession();
    await invite(csr, id);
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'DEFERRED', failure: 'MAIL_UNREACHABLE' });
    expect((await api.customer(number)).state).toBe('SEATED');
    server = await startMailServer(server.port);
    api.clock.turn(LIMITS.mailPause);
    await api.sweep();
    await expect.poll(stateOf(csr, id), DELIVERY).toMatchObject({ state: 'SENT', failure: null });
    expect(server.received).toHaveLength(1);
  });
});
