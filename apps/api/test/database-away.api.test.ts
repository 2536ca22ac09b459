import { CLOSE_CODES, PATHS } from '@tandem/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { openRawSocket } from './raw-socket.js';
import { tcpLine } from './tcp-line.js';
import { startTestApi, type TestApi } from './test-api.js';

let line: Awaited<ReturnType<typeof tcpLine>>;
let api: TestApi;
let csr: ApiUser;
let sessionId: string;
beforeAll(async () => {
  line = await tcpLine();
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

describe('while the database is away', () => {
  afterEach(() => expect.poll(health, { timeout: within(5_000) }).toBe('200 ok'));

  it('says so to whoever watches over it and to whoever asks, and goes on by itself', async () => {
    expect(await health()).toBe('200 ok');
    await line.cut();
    expect(await health()).toBe('503 the database is not available');
    expect(await refusal('cut')).toBe('UNAVAILABLE');
    const door = await fetch(`${api.origin}${PATHS.reportsCsv}`, { headers: csr.headers });
    expect([door.status, await door.json()]).toMatchObject([503, { errors: [{ message: 'UNAVAILABLE' }] }]);
    await line.mend();
    await expect.poll(health, { timeout: within(5_000) }).toBe('200 ok');
    expect(await write('cut')).toMatchObject({ sendChatMessage: { text: 'written' } });
  });

  it('signs nobody out: a socket that comes meanwhile is asked to come again', async () => {
    await line.cut();
    const socket = await openRawSocket(csr);
    expect(socket.closed).toBe(CLOSE_CODES.restarting);
    await line.mend();
    await expect.poll(health, { timeout: within(5_000) }).toBe('200 ok');
    const again = await openRawSocket(csr);
    expect(again.isLetIn).toBe(true);
    again.cut();
  });

  it('says so within seconds when it has gone silent', async () => {
    line.silence();
    const began = Date.now();
    expect(await health()).toBe('503 the database is not available');
    expect(Date.now() - began).toBeLessThan(within(4_000));
    line.speak();
  });
});
