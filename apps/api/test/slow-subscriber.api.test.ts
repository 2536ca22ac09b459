import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StreamedEvent } from './api-user.js';
import { openRawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';
import { within } from '../../../tools/test/patience.mjs';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const times = (count: number, write: (index: number) => string) => Array.from({ length: count }, (_, i) => write(i));

describe('a subscriber that reads nothing', () => {
  const MESSAGES = 150;
  /** Longer than a socket may accept no byte. */
  const SILENCE = LIMITS.socketStuck + 8000;
  const PAUSE = 200;
  // each message repeated many times, so that a few of them fill the network's buffers
  const texts = times(25, (i) => `t${i}: text`).join(' ');
  const query = `subscription($id: ID!, $after: Int!) { sessionEvents(sessionId: $id, after: $after) { seq ... on ChatMessageSent { message { clientId ${texts} } } } }`;

  it(
    'delays nobody, is disconnected, and receives everything in order after it reconnects',
    { timeout: within(60_000) },
    async () => {
      const { id, number, csr } = await api.startSession();
      const customer = await api.customer(number);
      const slow = await openRawSocket(csr);
      slow.subscribe('1', query, { id, after: 0 });
      await expect.poll(() => slow.of('1', 'next').length).toBeGreaterThan(0);
      slow.pause();
      const pausedAt = Date.now();
      const fast = customer.follow(id);
      const before = process.memoryUsage().rss;
      const waits: number[] = [];
      let count = 0;
      for (; count < MESSAGES || Date.now() - pausedAt < SILENCE; count++) {
        if (count >= MESSAGES) await sleep(PAUSE);
        const input = { sessionId: id, clientId: `m${count}`, audience: 'EVERYONE', text: '가'.repeat(4000) };
        const sent = Date.now();
        await customer.ask(SEND, { i: input });
        await expect.poll(() => fast.events.filter(({ message }) => message).length, { interval: 5 }).toBe(count + 1);
        waits.push(Date.now() - sent);
      }
      expect(waits.sort((a, b) => a - b)[Math.floor(count / 2)]).toBeLessThan(within(500));
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);

      slow.resume();
      // it accepted nothing for too long
      await expect.poll(() => slow.closed, { timeout: within(10_000) }).not.toBeNull();
      const eventsOf = (socket: typeof slow) =>
        socket.of('1', 'next').map(({ payload }) => payload.data.sessionEvents as StreamedEvent);
      const first = eventsOf(slow);
      const back = await openRawSocket(csr);
      back.subscribe('1', query, { id, after: first.at(-1)!.seq });
      const seen = () => [...first, ...eventsOf(back)].flatMap(({ message }) => message?.clientId ?? []);
      await expect.poll(() => seen().length, { timeout: within(20_000) }).toBe(count);
      expect(seen()).toEqual(times(count, (i) => `m${i}`));
      back.cut();
      fast.cut();
    },
  );
});
