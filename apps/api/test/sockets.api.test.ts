import { connect, type Socket } from 'node:net';
import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS_RATE } from '../src/platform/graphql/index.js';
import { within } from '../../../tools/test/patience.mjs';
import type { Refused } from './api-user.js';
import { openRawSocket, type RawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const EVENTS = 'subscription($id: ID!) { sessionEvents(sessionId: $id, after: 0) { __typename seq } }';
const TOO_MANY = 4429;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({}, { actsRate: ACTS_RATE });
});
afterAll(() => api.stop());

const say = (sessionId: string, clientId: string) => ({
  i: { sessionId, clientId, audience: 'EVERYONE', text: 'hello' },
});

describe('many sockets of one actor', () => {
  it('accept the newest one and close the one that was idle longest, with the reason', async () => {
    const { number } = await api.startSession();
    const customer = await api.customer(number);
    const sockets: RawSocket[] = [];
    for (let i = 0; i <= LIMITS.socketsPerSeat; i++) sockets.push(await openRawSocket(customer));
    await expect.poll(() => sockets[0]!.closed).toBe(TOO_MANY);
    expect(sockets.slice(1).every((socket) => socket.isLetIn && socket.closed === null)).toBe(true);
    sockets[1]!.send({ type: 'ping' });
    await expect.poll(() => sockets[1]!.received.some(({ type }) => type === 'pong')).toBe(true);
    sockets.push(await openRawSocket(customer));
    await expect.poll(() => sockets[2]!.closed).toBe(TOO_MANY);
    expect(sockets[1]!.closed).toBeNull();
    sockets.forEach((socket) => socket.cut());
  });

  it('share a limit of subscriptions', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    const sockets = [await openRawSocket(customer), await openRawSocket(customer), await openRawSocket(customer)];
    for (const socket of sockets)
      for (let i = 0; i < LIMITS.subscriptionsPerSocket; i++) socket.subscribe(`${i}`, EVENTS, { id });
    const refused = () => sockets.flatMap(({ received }) => received.filter(({ type }) => type === 'error'));
    await expect.poll(() => refused().length).toBe(3 * LIMITS.subscriptionsPerSocket - LIMITS.subscriptionsPerOwner);
    expect(refused()[0]!.payload[0].extensions.code).toBe('TOO_MANY_REQUESTS');
    sockets.forEach((socket) => socket.cut());
  });
});

describe('a socket that sends continuously', () => {
  it(
    'is read at a limited rate while all others are served, and everything that was read is answered',
    { timeout: within(60_000) },
    async () => {
      const { id, number, csr } = await api.startSession();
      const attacker = await api.customer(number);
      const flood = await openRawSocket(attacker);
      flood.pause();
      const before = process.memoryUsage().rss;
      const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(900) } });
      for (let i = 0; i < 30_000; i++) flood.sendText(ping);
      const begun = Date.now();
      for (let i = 0; i < 10; i++) {
        await csr.ask(SEND, say(id, `m${i}`));
        expect((await fetch(`${api.origin}/healthz`)).status).toBe(200);
      }
      expect(Date.now() - begun).toBeLessThan(within(5000));
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
      flood.resume();
      const pongs = () => flood.received.filter(({ type }) => type === 'pong').length;
      await expect.poll(pongs, { timeout: within(5000) }).toBeGreaterThan(0);
      const seconds = (Date.now() - begun) / 1000;
      expect(pongs()).toBeLessThanOrEqual(LIMITS.socketMessagesAtOnce + LIMITS.socketMessagesPerSecond * (seconds + 2));
      flood.cut();
    },
  );
});

describe('a refused socket', () => {
  /** Sends a request without ever closing its own half of the connection. */
  const ask = (path: string) =>
    new Promise<Socket>((resolve) => {
      const socket = connect({ port: Number(new URL(api.origin).port), host: '127.0.0.1', allowHalfOpen: true }, () => {
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
        resolve(socket);
      });
      socket.on('error', () => undefined).resume();
    });

  it.each(['/x', '/livekit/rtc', '/livekit/x', '/graphql', '/files/x', '/'])(
    'keeps no connection open: %s',
    async (path) => {
      const sockets = await Promise.all(Array.from({ length: 40 }, () => ask(path)));
      // writing into a connection that the other side has closed causes a reset
      const open = () => {
        sockets.forEach((socket) => socket.destroyed || socket.write('x'));
        return sockets.filter(({ destroyed }) => !destroyed).length;
      };
      await expect.poll(open, { timeout: within(8000), interval: 200 }).toBe(0);
      sockets.forEach((socket) => socket.destroy());
    },
  );
});

describe('a client that sends messages continuously', () => {
  it('is asked to wait for a stated time, and loses nothing', { timeout: within(60_000) }, async () => {
    const { id, number } = await api.startSession();
    const writer = await api.customer(number);
    const other = await api.startSession();
    const outcomes = Array.from({ length: 120 }, (_, i) =>
      writer.askOnce(SEND, say(id, `m${i}`)).then(
        () => null,
        (error: Partial<Refused>) => error.failure ?? { code: 'none of ours' },
      ),
    );
    await other.csr.ask(SEND, say(other.id, 'calm'));
    const refused = (await Promise.all(outcomes)).filter((each) => each !== null);
    expect(refused.length).toBeGreaterThan(0);
    for (const failure of refused)
      expect(failure).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        params: { retryAfterSeconds: expect.any(Number), perSecond: LIMITS.actsPerSecond },
      });
    // like the page: a refused message is sent again after the stated time
    await Promise.all(Array.from({ length: 120 }, (_, i) => writer.ask(SEND, say(id, `m${i}`))));
    expect(await api.prisma.chatMessage.count({ where: { sessionId: id } })).toBe(120);
  });
});
