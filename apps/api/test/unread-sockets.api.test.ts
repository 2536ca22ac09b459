import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import { openRawSocket, type RawSocket } from './raw-socket.js';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
/** Replaces the server's timeout of thirty seconds. */
const STUCK = 2000;
const MEGABYTE = 1024 * 1024;
/**
 * The maximum number of open requests of one socket, each with an answer of more than a megabyte: more than network
 * buffers can contain.
 */
const ANSWERS = 20;
const texts = Array.from({ length: 5 }, (_, i) => `t${i}: text`).join(' ');
const QUERY = `query($id: ID!) { session(id: $id) { messages { ${texts} } } }`;

const apis: TestApi[] = [];
afterAll(() => Promise.all(apis.map((api) => api.stop())));

async function start(unread: number): Promise<() => Promise<RawSocket>> {
  const api = await startTestApi({}, { wireLimits: { lookEvery: 100, unread, stuck: STUCK } });
  apis.push(api);
  const { id, csr } = await api.startSession();
  for (let i = 0; i < ANSWERS; i++)
    await csr.ask(SEND, { i: { sessionId: id, clientId: `m${i}`, audience: 'EVERYONE', text: '가'.repeat(4000) } });
  /** A client that has requested all answers. */
  return async () => {
    const socket = await openRawSocket(csr);
    for (let i = 0; i < ANSWERS; i++) socket.subscribe(`${i}`, QUERY, { id });
    return socket;
  };
}
const answersOf = ({ received }: RawSocket) => received.filter(({ type }) => type === 'next').length;

/** Sends pongs continuously. @returns after how long it was closed; null if it still is open */
async function talk(socket: RawSocket, milliseconds: number): Promise<number | null> {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds) {
    if (socket.closed !== null) return performance.now() - begun;
    socket.pong();
    await sleep(50);
  }
  return null;
}

describe('a socket with more unread bytes than the limit', () => {
  let open: () => Promise<RawSocket>;
  beforeAll(async () => {
    open = await start(MEGABYTE);
  });

  it('is closed when it has taken no byte for a while, whatever it sends', { timeout: within(30_000) }, async () => {
    const socket = await open();
    socket.pause();
    const after = await talk(socket, within(10_000));
    expect(after).toBeGreaterThan(STUCK);
    expect(answersOf(socket)).toBeLessThan(ANSWERS);
  });

  it(
    'is kept while it reads anything, however slowly, and receives everything',
    { timeout: within(60_000) },
    async () => {
      const socket = await open();
      // a read may complete several answers
      socket.readSlowly(STUCK / 2);
      const begun = performance.now();
      await expect.poll(() => answersOf(socket), { timeout: within(20_000) }).toBe(ANSWERS);
      expect(performance.now() - begun).toBeGreaterThan(4 * STUCK);
      expect(socket.closed).toBeNull();
      socket.cut();
    },
  );
});

describe('a socket with fewer unread bytes', () => {
  it('is kept though it reads nothing for a while', { timeout: within(30_000) }, async () => {
    const socket = await (await start(1024 * MEGABYTE))();
    socket.pause();
    expect(await talk(socket, 3 * STUCK)).toBeNull();
    socket.resume();
    await expect.poll(() => answersOf(socket), { timeout: within(10_000) }).toBe(ANSWERS);
    socket.cut();
  });
});
