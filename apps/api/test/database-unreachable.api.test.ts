import { CLOSE_CODES, PATHS } from '@tandem/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { openRawSocket } from './raw-socket.js';
import { tcpProxy } from './tcp-proxy.js';
import { startTestApi, type TestApi } from './test-api.js';

let line: Awaited<ReturnType<typeof tcpProxy>>;
let api: TestApi;
let csr: ApiUser;
let sessionId: string;
beforeAll(async () => {
  line = await tcpProxy();
  api = await startTestApi({ LOG_LEVEL: 'silent' }, line);
  ({ csr, id: sessionId } = await api.startSession());
});
afterAll(async () => {
  await api.stop();
  line.remove();
});

const health = async () => {
  const response = await fetch(`${api.origin}/healthz`);
  return `${response.status} ${await response.text()}`;
};
const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { text } }';
const write = (clientId: string) =>
  csr.ask(SEND, { i: { sessionId, clientId, audience: 'EVERYONE', text: 'written' } });
const refusal = (clientId: string) =>
  csr.refusal(SEND, { i: { sessionId, clientId, audience: 'EVERYONE', text: 'written' } });

describe('while the database is unreachable', () => {
  afterEach(() => expect.poll(health, { timeout: within(5_000) }).toBe('200 ok'));

  it('the server reports it to health checks and to clients, and recovers by itself', async () => {
    expect(await health()).toBe('200 ok');
    await line.cut();
    expect(await health()).toBe('503 the database is not available');
    expect(await refusal('cut')).toBe('UNAVAILABLE');
    const response = await fetch(`${api.origin}${PATHS.reportsCsv}`, { headers: csr.headers });
    expect([response.status, await response.json()]).toMatchObject([503, { errors: [{ message: 'UNAVAILABLE' }] }]);
    await line.mend();
    await expect.poll(health, { timeout: within(5_000) }).toBe('200 ok');
    expect(await write('cut')).toMatchObject({ sendChatMessage: { text: 'written' } });
  });

  it('the server signs nobody out: a new socket is asked to reconnect later', async () => {
    await line.cut();
    const socket = await openRawSocket(csr);
    expect(socket.closed).toBe(CLOSE_CODES.restarting);
    await line.mend();
    await expect.poll(health, { timeout: within(5_000) }).toBe('200 ok');
    const again = await openRawSocket(csr);
    expect(again.isLetIn).toBe(true);
    again.cut();
  });

  it('the server reports within seconds a database that does not answer', async () => {
    line.silence();
    const began = Date.now();
    expect(await health()).toBe('503 the database is not available');
    expect(Date.now() - began).toBeLessThan(within(4_000));
    line.speak();
  });
});
