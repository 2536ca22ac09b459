import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser, StreamedEvent } from './api-user.js';
import { randomOf } from './random.js';
import { openRawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id seq } }';
const MESSAGES = 200;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/**
 * A viewer like our clients: disconnected at random, it reconnects and asks for events after the last number it
 * received.
 */
function watcher(user: ApiUser, sessionId: string, random: () => number) {
  const seen: StreamedEvent[] = [];
  let isOver = false;
  let cuts = 0;
  let current: ReturnType<ApiUser['follow']> | null = null;
  async function run(): Promise<void> {
    while (!isOver) {
      current = user.follow(sessionId, seen.at(-1)?.seq ?? 0);
      const { events } = current;
      // mostly short connections, some long enough for a busy machine
      const life = setTimeout(() => (cuts++, current?.cut()), 5 + random() ** 2 * 600);
      await current.done;
      clearTimeout(life);
      seen.push(...events);
    }
  }
  const running = run();
  return {
    seen,
    cuts: () => cuts,
    async finish(isComplete: () => boolean): Promise<void> {
      const deadline = Date.now() + within(15_000);
      while (!isComplete() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
      isOver = true;
      current?.cut();
      await running;
    },
  };
}

describe('chat', () => {
  it(
    'shows every viewer 200 messages once and in order through random disconnections and repeated sends',
    { timeout: within(60_000) },
    async () => {
      const seed = Date.now() % 100_000;
      const random = randomOf(seed);
      const { id, number, csr } = await api.startSession();
      const customer = await api.customer(number);
      const people = [csr, customer];
      const watchers = people.map((user) => watcher(user, id, random));
      for (let i = 0; i < MESSAGES; i++) {
        const input = { i: { sessionId: id, clientId: `m${i}`, audience: 'EVERYONE', text: `message ${i}` } };
        const sender = people[Math.floor(random() * 2)]!;
        await sender.ask(SEND, input);
        if (random() < 0.2) await sender.ask(SEND, input); // the answer was lost: sent again
      }
      const rows = await api.prisma.chatMessage.findMany({ where: { sessionId: id }, orderBy: { seq: 'asc' } });
      expect(rows).toHaveLength(MESSAGES);
      const wanted = rows.map(({ seq, clientId }) => `${seq} ${clientId}`);
      for (const each of watchers) {
        const shown = () =>
          each.seen.filter(({ message }) => message).map(({ seq, message }) => `${seq} ${message!.clientId}`);
        await each.finish(() => shown().length >= MESSAGES && each.cuts() > 5);
        expect(each.cuts(), `seed ${seed}`).toBeGreaterThan(5);
        expect(shown(), `seed ${seed}`).toEqual(wanted);
        const seqs = each.seen.map(({ seq }) => seq);
        expect(seqs, `seed ${seed}`).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      }
    },
  );

  it('shows a private message to its recipient only, and to staff in the report', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const newcomer = await api.customer(number);
    const supervisor = await api.staff('SUPERVISOR');
    await csr.ask(SEND, {
      i: { sessionId: id, clientId: 'p', audience: 'PERSON', recipientId: customer.participantId, text: 'only you' },
    });
    const read = 'query($id: ID!) { session(id: $id) { messages { text } } }';
    expect((await customer.ask(read, { id })).session.messages).toEqual([{ text: 'only you' }]);
    expect((await csr.ask(read, { id })).session.messages).toEqual([{ text: 'only you' }]);
    expect((await newcomer.ask(read, { id })).session.messages).toEqual([]);
    expect((await supervisor.ask(read, { id })).session.messages).toEqual([{ text: 'only you' }]);
    const stranger = { sessionId: id, clientId: 'x', audience: 'PERSON', recipientId: 'nobody', text: 'hello?' };
    expect(await csr.refusal(SEND, { i: stranger })).toBe('RECIPIENT_NOT_PRESENT');
  });

  it('never sends messages between CSRs to a customer’s socket or to a customer’s message list', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const wire = await openRawSocket(customer);
    const query =
      'subscription($id: ID!) { sessionEvents(sessionId: $id, after: 0) { seq ... on ChatMessageSent { message { text } } } }';
    wire.subscribe('1', query, { id });
    const messages = [
      ['CSRS', 'among us'],
      ['EVERYONE', 'for all'],
    ];
    for (const [audience, text] of messages)
      await csr.ask(SEND, { i: { sessionId: id, clientId: text, audience, text } });
    const sent = () => JSON.stringify(wire.received);
    await expect.poll(sent).toContain('for all');
    expect(sent()).not.toContain('among us');
    wire.cut();
    const read = 'query($id: ID!) { session(id: $id) { messages { text } } }';
    expect((await customer.ask(read, { id })).session.messages).toEqual([{ text: 'for all' }]);
    expect((await csr.ask(read, { id })).session.messages).toHaveLength(2);
  });

  it('refuses a text that is too long or empty, a message to CSRs by a customer, and a message of 1 MiB', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    const send = (input: object) =>
      customer.refusal(SEND, { i: { sessionId: id, clientId: 'c', audience: 'EVERYONE', text: 't', ...input } });
    expect(await send({ text: 'x'.repeat(4001) })).toBe('BAD_INPUT');
    expect(await send({ text: '   ' })).toBe('BAD_INPUT');
    expect(await send({ audience: 'CSRS' })).not.toBeNull();
    expect(await send({ text: 'x'.repeat(1024 * 1024) })).toBe('MESSAGE_TOO_LARGE');
    expect(await send({ text: '<img src=x onerror=alert(1)>' })).toBeNull();
  });
});
