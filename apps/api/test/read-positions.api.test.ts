import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { fullSession } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { seq } }';
const MARK = 'mutation($id: ID!, $seq: Int!) { markRead(sessionId: $id, seq: $seq) }';
const READ = 'query($id: ID!) { session(id: $id) { readUpTo lastSeq messages { text readBy { id } } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

let count = 0;
async function setUp() {
  const world = await fullSession(api, ['VIEW', 'CHAT_CUSTOMER']);
  const { id } = world;
  const say = async (user: ApiUser, text: string, more: object = {}): Promise<number> => {
    const input = { sessionId: id, clientId: `m${++count}`, audience: 'EVERYONE', text, ...more };
    return (await user.ask(SEND, { i: input })).sendChatMessage.seq;
  };
  const read = (user: ApiUser, seq: number) => user.ask(MARK, { id, seq });
  /** Who has read a message, according to one participant's stream. */
  const readers = async (user: ApiUser, text: string): Promise<string[]> => {
    const { messages } = (await user.ask(READ, { id })).session;
    const message = messages.find((each: { text: string }) => each.text === text);
    return message.readBy.map((person: { id: string }) => person.id);
  };
  return { ...world, say, read, readers };
}

describe('a participant’s read position', () => {
  it('is stored: a page that opens later shows it, on both sides', async () => {
    const { id, csr, customer, say, read, readers } = await setUp();
    const first = await say(csr, 'first');
    await say(csr, 'second');
    expect(await readers(csr, 'first')).toEqual([]);
    await read(customer, first);
    expect(await readers(csr, 'first')).toEqual([customer.participantId]);
    expect(await readers(csr, 'second')).toEqual([]);
    expect((await customer.ask(READ, { id })).session.readUpTo).toBe(first);
    await api.restart();
    expect(await readers(csr, 'first')).toEqual([customer.participantId]);
  });

  it('never goes back, nor beyond the last message', async () => {
    const { id, customer, csr, say, read } = await setUp();
    const seq = await say(csr, 'words');
    await read(customer, seq);
    await read(customer, 1);
    const { readUpTo } = (await customer.ask(READ, { id })).session;
    expect(readUpTo).toBe(seq);
    await read(customer, 2_000_000);
    const { readUpTo: capped, lastSeq } = (await customer.ask(READ, { id })).session;
    expect(capped).toBe(lastSeq);
    await say(csr, 'later');
    expect((await csr.ask(READ, { id })).session.messages.at(-1).readBy).toEqual([]);
  });

  it('is sent to the message’s sender only, and lists only readers that the message was for', async () => {
    const { csr, customer, second, assistant, guest, say, read, readers } = await setUp();
    await say(csr, 'to all');
    await say(csr, 'among us', { audience: 'CSRS' });
    const last = await say(csr, 'for one', { audience: 'PERSON', recipientId: customer.participantId });
    for (const user of [customer, second, assistant, guest, csr]) await read(user, last);
    const everybody = [customer, second, assistant, guest].map(({ participantId }) => participantId).sort();
    expect((await readers(csr, 'to all')).sort()).toEqual(everybody);
    expect((await readers(csr, 'among us')).sort()).toEqual([assistant.participantId, guest.participantId].sort());
    expect(await readers(csr, 'for one')).toEqual([customer.participantId]);
    for (const user of [customer, assistant, api.owner]) expect(await readers(user, 'to all')).toEqual([]);
  });

  it('is not an event: it does not add to the session’s log', async () => {
    const { id, csr, customer, say, read } = await setUp();
    const seq = await say(csr, 'words');
    const before = await api.eventTypes(id);
    await read(customer, seq);
    expect(await api.eventTypes(id)).toEqual(before);
  });
});
