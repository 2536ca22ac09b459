import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const PUSH = 'mutation($i: PushLinkInput!) { pushLink(input: $i) { id } }';
const EDIT = 'mutation($i: EditChatMessageInput!) { editChatMessage(input: $i) { id } }';
const DELETE = 'mutation($id: ID!) { deleteChatMessage(messageId: $id) { id } }';
const OPEN = 'mutation($id: ID!) { openLink(messageId: $id) { id } }';
const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
const TRANSCRIPT = 'query($i: ChatTranscriptInput!) { chatTranscript(input: $i) { fileName mediaType body } }';
const REPORT =
  'query($id: ID!) { sessionReport(sessionId: $id) { transcript { text earlier { text } } timeline { ... on ChatMessageSent { message { text } } } } }';
const CARD = '4111 1111 1111 1111';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** A conversation with every kind of message. */
async function setUp() {
  const { id, number, csr } = await api.startSession();
  const assistant = await api.assistant(id);
  const customer = await api.customer(number);
  let count = 0;
  const say = async (user: ApiUser, text: string, more: object = {}) => {
    const input = { sessionId: id, clientId: `m${++count}`, audience: 'EVERYONE', text, ...more };
    return (await user.ask(SEND, { i: input })).sendChatMessage.id as string;
  };
  await say(csr, 'Hello\nHow may I help you?');
  const card = await say(customer, `my card is ${CARD}`);
  await customer.ask(EDIT, { i: { messageId: card, text: `my card is ${CARD}, valid 12/27` } });
  await customer.ask(DELETE, { id: await say(customer, 'a slip') });
  await say(csr, 'he is upset', { audience: 'CSRS' });
  await say(csr, 'between us', { audience: 'PERSON', recipientId: assistant.participantId });
  await say(csr, 'only for you', { audience: 'PERSON', recipientId: customer.participantId });
  const input = { sessionId: id, clientId: 'link', audience: 'EVERYONE', url: 'https://help.example.org/printer' };
  await customer.ask(OPEN, { id: (await csr.ask(PUSH, { i: input })).pushLink.id });
  const transcript = async (user: ApiUser, more: object = {}) =>
    (await user.ask(TRANSCRIPT, { i: { sessionId: id, format: 'TEXT', locale: 'en', ...more } })).chatTranscript as {
      fileName: string;
      mediaType: string;
      body: string;
    };
  return { id, number, csr, assistant, customer, transcript };
}

describe('a transcript', () => {
  it('shows staff everything, as text with headings in their language', async () => {
    const { number, csr, transcript } = await setUp();
    const { fileName, mediaType, body } = await transcript(csr);
    expect([fileName, mediaType]).toEqual([`chat-${number}.txt`, 'text/plain;charset=utf-8']);
    const time = String.raw`\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\]`;
    expect(body).toMatch(new RegExp(`${time} A CSR: Hello\r\n    How may I help you\\?`));
    expect(body).toMatch(new RegExp(`${time} Park Jihun \\(edited\\): my card is ▮`));
    expect(body).toContain('Park Jihun: This message was deleted.');
    expect(body).toContain('A CSR (representatives only): he is upset');
    expect(body).toContain('A CSR (only to Park Jihun): only for you');
    expect(body).toMatch(/https:\/\/help\.example\.org\/printer\r\n {4}→ opened by Park Jihun at /);
    const korean = (await transcript(csr, { locale: 'ko', timeZone: 'Asia/Seoul' })).body;
    expect(korean).toContain('지원 세션 번호: ');
    expect(korean).toContain('(Asia/Seoul)');
  });

  it('shows a customer only what the customer could read', async () => {
    const { customer, transcript } = await setUp();
    for (const format of ['TEXT', 'JSON']) {
      const { body } = await transcript(customer, { format });
      expect(body).toContain('How may I help you?');
      expect(body).toContain('only for you');
      for (const secret of ['he is upset', 'between us', 'CSRS', 'representatives only', 'ASSISTANT'])
        expect(body).not.toContain(secret);
    }
  });

  it('is JSON for programs', async () => {
    const { number, csr, transcript } = await setUp();
    const { fileName, mediaType, body } = await transcript(csr, { format: 'JSON' });
    expect([fileName, mediaType]).toEqual([`chat-${number}.json`, 'application/json']);
    const { messages, ...about } = JSON.parse(body) as { messages: object[] };
    expect(about).toMatchObject({ site: 'Acme', number, endedAt: null, cutTo: null });
    expect(messages).toHaveLength(7);
    expect(messages[0]).toMatchObject({ from: { name: 'A CSR', role: 'PRIMARY_CSR' }, audience: 'EVERYONE', to: null });
    expect(messages[2]).toMatchObject({ isDeleted: true, text: '' });
    expect(messages[6]).toMatchObject({ isLink: true, openings: [{ name: 'Park Jihun' }] });
  });

  it('contains no card numbers, nor does the report, except for participants of the live session', async () => {
    const { id, csr, customer, transcript } = await setUp();
    for (const user of [csr, customer, api.owner]) expect((await transcript(user)).body).not.toContain(CARD);
    const { session } = await csr.ask('query($id: ID!) { session(id: $id) { messages { text } } }', { id });
    expect(JSON.stringify(session)).toContain(CARD); // the helping CSR must be able to read it
    await csr.ask(END, { id });
    for (const user of [csr, api.owner, await api.staff('AUDITOR')]) {
      const report = JSON.stringify(await user.ask(REPORT, { id }));
      expect(report).toContain('my card is ▮▮▮▮');
      expect(report).not.toContain(CARD);
    }
    expect((await transcript(csr)).body).toContain('Ended: 20');
  });

  it('is refused to others, and has times in UTC, and says so, for an unknown time zone', async () => {
    const { id, csr, transcript } = await setUp();
    const input = { sessionId: id, format: 'TEXT', locale: 'en' };
    expect(await (await api.staff('CSR')).refusal(TRANSCRIPT, { i: input })).toBe('NOT_FOUND');
    for (const timeZone of ['Etc/Unknown', 'not a zone', ''])
      expect((await transcript(csr, { timeZone })).body).toMatch(/Started: .* \(UTC\)/);
  });
});
