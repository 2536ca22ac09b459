import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { openRawSocket, type RawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id seq clientId } }';
const PUSH = 'mutation($i: PushLinkInput!) { pushLink(input: $i) { id clientId } }';
const EDIT = 'mutation($i: EditChatMessageInput!) { editChatMessage(input: $i) { id } }';
const DELETE = 'mutation($id: ID!) { deleteChatMessage(messageId: $id) { id } }';
const OPEN = 'mutation($id: ID!) { openLink(messageId: $id) { id } }';
const READ = 'query($id: ID!) { session(id: $id) { messages { text audience } } }';
/** The operations of both pages, unchanged. */
const OPERATIONS = path.resolve(import.meta.dirname, '../../../libs/session-client/src/operations');
const operation = (name: string) =>
  ['parts', name].map((file) => readFileSync(path.join(OPERATIONS, `${file}.graphql`), 'utf8')).join('\n');

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** The raw bytes of an answer, as the customer's browser receives them. */
async function rawAnswer(user: ApiUser, query: string, variables: object): Promise<string> {
  const response = await fetch(`${user.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...user.headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** Only the fragments that an operation uses: GraphQL refuses unused ones. */
function withItsFragments(text: string): string {
  const fragments = new Map(
    [...text.matchAll(/fragment (\w+) on [\s\S]*?\n}\n/g)].map(([whole, name]) => [name!, whole]),
  );
  const own = text.slice(text.search(/^(?:query|subscription|mutation) /m));
  const used = new Map<string, string>();
  const collect = (part: string) => {
    for (const [, name] of part.matchAll(/\.\.\.(\w+Parts)/g)) {
      if (used.has(name!)) continue;
      used.set(name!, fragments.get(name!)!);
      collect(fragments.get(name!)!);
    }
  };
  collect(own);
  return [own, ...used.values()].join('\n');
}
const EVENTS = withItsFragments(operation('SessionEvents'));
const SNAPSHOT = withItsFragments(operation('SessionSnapshot'));

/** A session with two CSRs and a customer, whose socket's bytes are recorded. */
async function setUp() {
  const { id, number, csr } = await api.startSession();
  const assistant = await api.assistant(id);
  const customer = await api.customer(number);
  const wire = await openRawSocket(customer);
  wire.subscribe('events', EVENTS, { sessionId: id, after: 0 });
  return { id, csr, assistant, customer, wire };
}

/** Everything that two CSRs can do between themselves. @returns texts and ids that nobody else may receive */
async function talkAmongUs(id: string, csr: ApiUser, assistant: ApiUser & { participantId: string }) {
  const input = (clientId: string) => ({ sessionId: id, clientId, audience: 'CSRS' });
  const { sendChatMessage: kept } = await csr.ask(SEND, { i: { ...input('secret-1'), text: 'he sounds upset' } });
  const { sendChatMessage: gone } = await assistant.ask(SEND, {
    i: { ...input('secret-2'), text: 'let me take over' },
  });
  const { pushLink: link } = await csr.ask(PUSH, { i: { ...input('secret-3'), url: 'https://internal.example/wiki' } });
  const toOne = { ...input('secret-4'), audience: 'PERSON', recipientId: assistant.participantId, text: 'between us' };
  const { sendChatMessage: whispered } = await csr.ask(SEND, { i: toOne });
  await csr.ask(EDIT, { i: { messageId: kept.id, text: 'he sounds quite upset' } });
  await assistant.ask(DELETE, { id: gone.id });
  const ids = [kept, gone, link, whispered].map((message) => message.id as string);
  const texts = ['upset', 'take over', 'internal.example', 'between us', 'secret-', 'CSRS'];
  return { ids, words: [...ids, ...texts] };
}

const frames = (wire: RawSocket) => wire.of('events', 'next').map(({ payload }) => payload.data.sessionEvents);
const kindsOf = (wire: RawSocket) => frames(wire).map(({ __typename }) => __typename as string);

describe('messages between CSRs', () => {
  it('never reach the customer’s socket: neither text, nor id, nor their existence', async () => {
    const { id, csr, assistant, customer, wire } = await setUp();
    const { words } = await talkAmongUs(id, csr, assistant);
    await csr.ask(SEND, { i: { sessionId: id, clientId: 'all', audience: 'EVERYONE', text: 'for all' } });
    await expect.poll(() => JSON.stringify(wire.received)).toContain('for all');
    expect(kindsOf(wire).filter((kind) => kind.startsWith('Chat'))).toEqual(['ChatMessageSent']);

    // as after a disconnection: from the start and from the middle of the log
    const again = await openRawSocket(customer);
    again.subscribe('events', EVENTS, { sessionId: id, after: 0 });
    again.subscribe('later', EVENTS, { sessionId: id, after: frames(wire).at(-2)!.seq });
    await expect.poll(() => JSON.stringify(again.of('later', 'next'))).toContain('for all');
    await expect.poll(() => JSON.stringify(again.of('events', 'next'))).toContain('for all');
    for (const word of words) expect(JSON.stringify([wire.received, again.received])).not.toContain(word);
    wire.cut();
    again.cut();
  });

  it('are in no answer to the customer, and their ids are refused like unknown ones', async () => {
    const { id, csr, assistant, customer, wire } = await setUp();
    const { ids, words } = await talkAmongUs(id, csr, assistant);
    const answers = [
      await rawAnswer(customer, SNAPSHOT, { id }),
      await rawAnswer(customer, READ, { id }),
      await rawAnswer(customer, 'query($id: ID!) { sessionReport(sessionId: $id) { messageCount } }', { id }),
    ];
    for (const word of words) expect(answers.join()).not.toContain(word);
    expect(answers[1]).toBe('{"data":{"session":{"messages":[]}}}\n');
    const refusals = async (messageId: string) => [
      await customer.failure(EDIT, { i: { messageId, text: 'x' } }),
      await customer.failure(DELETE, { id: messageId }),
      await customer.failure(OPEN, { id: messageId }),
    ];
    const unknown = await refusals('no-such-message');
    for (const messageId of ids) expect(await refusals(messageId)).toEqual(unknown);
    wire.cut();
  });

  it('take no place in the pages of the customer’s message list', async () => {
    const { id, csr, customer, wire } = await setUp();
    const send = (clientId: string, audience: string) =>
      csr.ask(SEND, { i: { sessionId: id, clientId, audience, text: clientId } });
    await send('first', 'EVERYONE');
    for (let i = 0; i < 3; i++) await send(`ours ${i}`, 'CSRS');
    const { session } = await customer.ask('query($id: ID!) { session(id: $id) { messages(last: 1) { text } } }', {
      id,
    });
    expect(session.messages).toEqual([{ text: 'first' }]);
    wire.cut();
  });

  it('are read by every CSR of the session, and written by CSRs only', async () => {
    const { id, csr, assistant, customer, wire } = await setUp();
    const send = (user: ApiUser, clientId: string) =>
      user.refusal(SEND, { i: { sessionId: id, clientId, audience: 'CSRS', text: clientId } });
    expect(await send(csr, 'one')).toBeNull();
    expect(await send(assistant, 'two')).toBeNull();
    expect(await send(customer, 'three')).toBe('FORBIDDEN');
    const wanted = ['one', 'two'].map((text) => ({ text, audience: 'CSRS' }));
    for (const user of [csr, assistant]) expect((await user.ask(READ, { id })).session.messages).toEqual(wanted);
    wire.cut();
  });
});
