import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { startMailServer, type MailServer } from './mail-server.js';
import { assist, expert, tick } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const DELETE = 'mutation($id: ID!) { deleteChatMessage(messageId: $id) { id } }';
const MAIL = 'mutation($i: MailConversationInput!) { mailConversation(input: $i) { state } }';
const ABOUT = 'query($id: ID!) { conversation(sessionId: $id) { isEmpty isMailed email until } }';
const SAVE = 'query($i: ChatTranscriptInput!) { chatTranscript(input: $i) { fileName body } }';
const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
const LEAVE = 'mutation($id: ID!) { leaveSession(sessionId: $id) }';
const CARD = '4111 1111 1111 1111';
const TO = 'jihun@example.org';

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
  server.received.length = 0;
  server.refusals.clear();
  await api.prisma.throttle.deleteMany();
});

let count = 0;
async function say(user: ApiUser, sessionId: string, text: string, more: object = {}): Promise<string> {
  const input = { sessionId, clientId: `m${++count}`, audience: 'EVERYONE', text, ...more };
  return (await user.ask(SEND, { i: input })).sendChatMessage.id;
}

/** Invites a customer by mail. @returns the token of the link */
async function invitedBy(csr: ApiUser, sessionId: string, email: string): Promise<string> {
  await csr.ask('mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }', {
    i: { sessionId, email, locale: 'en' },
  });
  await expect.poll(() => server.received.length, { timeout: within(5000) }).toBe(1);
  const [{ mail }] = server.received.splice(0) as [MailServer['received'][number]];
  return /\/i\/([\w-]{43})/.exec(mail.text!)![1]!;
}

/** Two customers, two CSRs and an expert, with messages to every audience. */
async function setUp() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customerBy({ token: await invitedBy(csr, id, TO) });
  const second = await api.customer(number, { name: 'Choi Yuna' });
  await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p, place: BESIDE) { id } }', {
    p: second.participantId,
  });
  const assistant = await assist(api, number);
  await tick(csr, assistant.participantId, ['CHAT_CUSTOMER']);
  await say(csr, id, 'Hello\nHow may I help you?');
  await say(customer, id, `my card is ${CARD} <b>& more</b>`);
  await customer.ask(DELETE, { id: await say(customer, id, 'a slip of mine') });
  await say(csr, id, 'he is upset', { audience: 'CSRS' });
  await say(csr, id, 'between us', { audience: 'PERSON', recipientId: assistant.participantId });
  await say(csr, id, 'to Yuna alone', { audience: 'PERSON', recipientId: second.participantId });
  await say(csr, id, 'only for you', { audience: 'PERSON', recipientId: customer.participantId });
  const input = { sessionId: id, email: TO, locale: 'ko', timeZone: 'Asia/Seoul' };
  const mail = (user: ApiUser, more: object = {}) => user.refusal(MAIL, { i: { ...input, ...more } });
  const save = async (user: ApiUser) =>
    (await user.ask(SAVE, { i: { sessionId: id, format: 'TEXT', locale: 'en' } })).chatTranscript.body as string;
  return { id, number, csr, customer, second, assistant, mail, save };
}

/** The one received mail, in each of its formats and as raw bytes. */
function theMail() {
  expect(server.received).toHaveLength(1);
  const { recipients, raw, mail } = server.received[0]!;
  return { recipients, raw, subject: mail.subject!, text: mail.text!, html: String(mail.html) };
}

describe('a transcript that a customer requests by mail', () => {
  it('is sent only to the requested address, in the customer’s language, with all messages', async () => {
    const { number, customer, mail } = await setUp();
    expect(await mail(customer)).toBeNull();
    const { recipients, raw, subject, text, html } = theMail();
    expect(recipients).toEqual([TO]);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(?:Bcc|Cc):/im);
    expect(subject).toBe(`Acme 지원 세션 채팅 내용(${number.replace(/(...)(?=.)/g, '$1 ')})`);
    expect(text).toContain('Park Jihun 님, 안녕하세요.');
    expect(text).toContain('(Asia/Seoul)');
    expect(text).toMatch(/\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] A CSR: Hello\n {4}How may I help you\?/);
    expect(html).toContain('How may I help you?<br>');
    expect(html).toContain('&lt;b&gt;&amp; more&lt;/b&gt;');
    expect(text).toContain('only for you');
    expect(text).toContain('삭제된 메시지입니다.');
  });

  it('contains no private messages of others, no card numbers and no deleted messages, in any of its formats', async () => {
    const { id, csr, customer, mail } = await setUp();
    for (const isOver of [false, true]) {
      server.received.length = 0;
      if (isOver) await csr.ask(END, { id });
      expect(await mail(customer, { locale: 'en' })).toBeNull();
      const { subject, text, html } = theMail();
      expect(text).toContain('my card is ▮▮▮▮');
      for (const secret of [
        'he is upset',
        'between us',
        'to Yuna alone',
        CARD,
        'a slip of mine',
        'representatives only',
      ])
        for (const form of [subject, text, html]) expect(form).not.toContain(secret);
    }
  });

  it('can be requested until half an hour after the end, and not later', async () => {
    const { id, csr, customer, mail, save } = await setUp();
    expect((await customer.ask(ABOUT, { id })).conversation).toEqual({
      isEmpty: false,
      isMailed: true,
      email: TO,
      until: null,
    });
    await csr.ask(END, { id });
    const { until } = (await customer.ask(ABOUT, { id })).conversation;
    expect(Date.parse(until) - api.clock.now().getTime()).toBeGreaterThan(LIMITS.conversationKept - 60_000);
    expect(await save(customer)).toContain('only for you');
    expect(await mail(customer)).toBeNull();
    api.clock.turn(LIMITS.conversationKept);
    for (const refusal of [
      await customer.refusal(ABOUT, { id }),
      await customer.refusal(SAVE, { i: { sessionId: id, format: 'TEXT', locale: 'en' } }),
      await mail(customer),
    ])
      expect(refusal).toBe('CONVERSATION_CLOSED');
    expect(await customer.refusal('query($id: ID!) { session(id: $id) { id } }', { id })).toBe('SESSION_ENDED');
    expect(server.received).toHaveLength(1);
  });

  it('ends where the customer left: later messages are not included', async () => {
    const { id, csr, customer, mail, save } = await setUp();
    await customer.ask(LEAVE, { id });
    api.clock.turn(1000);
    await say(csr, id, 'now that he has left');
    expect(await save(customer)).toContain('only for you');
    expect(await save(customer)).not.toContain('now that he has left');
    expect(await mail(customer)).toBeNull();
    expect(theMail().text).not.toContain('now that he has left');
  });

  it('is refused to a removed customer, to a CSR, and without the seat’s token', async () => {
    const { id, number, csr, customer, second, mail } = await setUp();
    const guest = await expert(api, csr, id);
    await csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { id } }', { p: second.participantId });
    expect(await mail(second)).toBe('SEAT_CLOSED');
    for (const user of [csr, guest]) expect(await mail(user)).toBe('FORBIDDEN');
    const waiting = await api.customer(number, { name: 'Waiting' });
    expect(await mail(waiting)).toBe('FORBIDDEN');
    await csr.ask(END, { id });
    for (const user of [guest, waiting]) expect(await user.refusal(ABOUT, { id })).not.toBeNull();
    const other = await api.startSession();
    const passerBy = await api.customer(other.number);
    expect(await mail(passerBy)).toBe('NOT_FOUND');
    const stranger = api.stranger();
    stranger.actor = `seat:${id}`;
    expect(await mail(stranger)).toBe('UNAUTHENTICATED');
    customer.sentOrigin = 'https://evil.example';
    expect(await mail(customer)).toBe('ADDRESS_UNKNOWN');
    expect(server.received).toEqual([]);
  });

  it('is not sent to an invalid address, nor more than a few times an hour', async () => {
    const { customer, mail } = await setUp();
    for (const email of ['', 'jihun', 'a@b', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: c@example.org'])
      expect(await mail(customer, { email })).toBe('BAD_INPUT');
    for (let i = 0; i < LIMITS.conversationMailsPerHour; i++) expect(await mail(customer)).toBeNull();
    expect(await mail(customer)).toBe('TOO_MANY_REQUESTS');
    expect(server.received).toHaveLength(LIMITS.conversationMailsPerHour);
    api.clock.turn(3_600_001);
    expect(await mail(customer)).toBeNull();
  });

  it('reports a failure when the mail server refuses it, and does not count it', async () => {
    const { id, customer, mail } = await setUp();
    server.refusals.set(TO, 550);
    for (let i = 0; i <= LIMITS.conversationMailsPerHour; i++)
      expect(await mail(customer)).toBe('CONVERSATION_NOT_SENT');
    server.refusals.clear();
    expect(await mail(customer)).toBeNull();
    const report =
      'query($id: ID!) { sessionReport(sessionId: $id) { conversationMails { participant { name } mailedAt } } }';
    const { conversationMails } = (await api.owner.ask(report, { id })).sessionReport;
    expect(conversationMails).toEqual([{ participant: { name: 'Park Jihun' }, mailedAt: expect.any(String) }]);
  });

  it('is not offered where the site disables it; the download still works', async () => {
    const { id, customer, mail, save } = await setUp();
    const ability = async () =>
      (
        await customer.ask('query($id: ID!) { session(id: $id) { abilities { act isAllowed reason } } }', { id })
      ).session.abilities.find(({ act }: { act: string }) => act === 'mailConversation');
    expect(await ability()).toMatchObject({ isAllowed: true });
    await api.setting('isConversationMailed', false);
    expect(await ability()).toMatchObject({ isAllowed: false, reason: 'SITE_DOES_NOT' });
    expect((await customer.ask(ABOUT, { id })).conversation.isMailed).toBe(false);
    expect(await mail(customer)).toBe('CONVERSATION_NOT_MAILED');
    expect(server.received).toEqual([]);
    expect(await save(customer)).toContain('only for you');
    await api.setting('isConversationMailed', true);
  });

  it('is prefilled with the address of the invitation', async () => {
    const { id, csr } = await api.startSession();
    const customer = await api.customerBy({ token: await invitedBy(csr, id, TO) });
    expect((await customer.ask(ABOUT, { id })).conversation).toMatchObject({ isEmpty: true, email: TO });
  });

  it('is shortened when it is too long, and says so', async () => {
    const { id, customer, mail, csr } = await setUp();
    for (let i = 0; i < LIMITS.mailedText / 4000 + 2; i++) await say(csr, id, `${i}:${'x'.repeat(3990)}`);
    expect(await mail(customer, { locale: 'en' })).toBeNull();
    const { text, raw } = theMail();
    expect(text).toContain('Earlier messages aren’t included');
    expect(text).not.toContain('only for you');
    expect(raw.length).toBeLessThan(1024 * 1024);
  });

  it('uses the site’s own text, which must include the conversation', async () => {
    const { customer, mail } = await setUp();
    const change = 'mutation($i: MailTemplateInput!) { changeMailTemplate(input: $i) { kind } }';
    const words = { kind: 'CONVERSATION', locale: 'en', subject: 'What we wrote' };
    expect(await api.owner.refusal(change, { i: { ...words, body: 'Hello' } })).toBe('TEMPLATE_CONVERSATION_MISSING');
    for (const wrong of [{ subject: '{conversation}' }, { body: '{conversation} {button}' }])
      expect(await api.owner.refusal(change, { i: { ...words, body: '{conversation}', ...wrong } })).toBe(
        'TEMPLATE_VARIABLE_UNKNOWN',
      );
    await api.owner.ask(change, { i: { ...words, body: 'Here it is:\n\n{conversation}\n\nYours, {site}' } });
    expect(await mail(customer, { locale: 'en' })).toBeNull();
    const { subject, text } = theMail();
    expect(subject).toBe('What we wrote');
    expect(text).toMatch(/^Here it is:\n\nAcme · Chat[^]*only for you[^]*Yours, Acme/);
  });
});

describe('a transcript to an address other than that of the invitation', () => {
  const ASK = 'mutation($i: AskConversationCodeInput!) { askConversationCode(input: $i) { state } }';
  const ELSEWHERE = 'somebody.else@example.org';

  async function byNumber() {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number, { name: 'Confirm at https://phish.example' });
    await say(customer, id, 'Please confirm your account at https://phish.example');
    const ask = (user: ApiUser, email = ELSEWHERE) => user.refusal(ASK, { i: { sessionId: id, email, locale: 'en' } });
    const input = { sessionId: id, email: ELSEWHERE, locale: 'en', timeZone: 'UTC' };
    const mail = (user: ApiUser, more: object = {}) => user.refusal(MAIL, { i: { ...input, ...more } });
    const codeIn = (index = -1) => {
      const { mail: letter } = server.received.at(index)!;
      return /\d{3} \d{3}/.exec(letter.text!)![0];
    };
    return { id, number, csr, customer, ask, mail, codeIn };
  }

  it('is sent when the recipient confirms; the confirmation mail contains no messages', async () => {
    const { customer, ask, mail, codeIn } = await byNumber();
    expect(await mail(customer)).toBe('CONVERSATION_CODE_NEEDED');
    expect(server.received).toEqual([]);
    expect(await ask(customer)).toBeNull();
    const { recipients, raw, mail: letter } = server.received[0]!;
    expect(recipients).toEqual([ELSEWHERE]);
    for (const form of [raw, letter.text!, String(letter.html)]) expect(form).not.toContain('phish');
    expect(letter.subject).not.toMatch(/\d/);
    expect(await mail(customer, { code: codeIn() })).toBeNull();
    expect(server.received.at(-1)!.recipients).toEqual([ELSEWHERE]);
    // one confirmation is enough for this address, and for no other
    expect(await mail(customer)).toBeNull();
    expect(await mail(customer, { email: 'third@example.org' })).toBe('CONVERSATION_CODE_NEEDED');
    expect(await mail(customer, { email: 'third@example.org', code: codeIn(0) })).toBe('CONVERSATION_CODE_OVER');
  });

  it('accepts five wrong codes at most, even at the same time, for a quarter of an hour, and only the newest code', async () => {
    const { customer, ask, mail, codeIn } = await byNumber();
    await ask(customer);
    const wrong = codeIn() === '100 000' ? '100001' : '100000';
    const codes = await Promise.all(Array.from({ length: 12 }, () => mail(customer, { code: wrong })));
    expect(codes.filter((code) => code === 'CONVERSATION_CODE_WRONG')).toHaveLength(LIMITS.conversationCodeTries);
    expect(codes.filter((code) => code === 'CONVERSATION_CODE_OVER')).toHaveLength(12 - LIMITS.conversationCodeTries);
    expect(await mail(customer, { code: codeIn() })).toBe('CONVERSATION_CODE_OVER');
    await ask(customer);
    await ask(customer);
    expect(await mail(customer, { code: codeIn(-2) })).toBe('CONVERSATION_CODE_WRONG');
    api.clock.turn(LIMITS.conversationCodeLife);
    expect(await mail(customer, { code: codeIn() })).toBe('CONVERSATION_CODE_OVER');
    await ask(customer);
    expect(await mail(customer, { code: codeIn() })).toBeNull();
  });

  it('asks for confirmation a few times an hour in each session, even after rejoining, with a limit for the whole site', async () => {
    const { id, number, csr, customer, ask } = await byNumber();
    for (let i = 0; i < LIMITS.conversationCodesPerHour; i++)
      expect(await ask(customer, `a${i}@example.org`)).toBeNull();
    expect(await ask(customer, 'one.more@example.org')).toBe('TOO_MANY_REQUESTS');
    await customer.ask(LEAVE, { id });
    const again = await api.customer(number);
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', { p: again.participantId });
    expect(await ask(again, 'one.more@example.org')).toBe('TOO_MANY_REQUESTS');
    expect(server.received).toHaveLength(LIMITS.conversationCodesPerHour);
    const other = await byNumber();
    expect(await other.ask(other.customer)).toBeNull();
    await api.prisma.throttle.updateMany({
      where: { key: `chat.code-at:${api.site.id}` },
      data: { count: LIMITS.conversationCodesPerSiteHour },
    });
    expect(await other.ask(other.customer)).toBe('TOO_MANY_REQUESTS');
  });

  it('contains another person’s messages only from their admission on', async () => {
    const { id, number, csr, customer, mail, ask, codeIn } = await byNumber();
    await customer.ask(LEAVE, { id });
    const other = await api.customer(number, { name: 'Lee Sora' });
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', { p: other.participantId });
    await say(csr, id, 'Welcome, Sora');
    await ask(other);
    expect(await mail(other, { code: codeIn() })).toBeNull();
    const { raw, mail: letter } = server.received.at(-1)!;
    expect(letter.text).toContain('Welcome, Sora');
    for (const form of [raw, letter.text!, String(letter.html)]) expect(form).not.toContain('phish');
  });
});
