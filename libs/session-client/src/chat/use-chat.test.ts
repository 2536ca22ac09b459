// @vitest-environment node
/// <reference types="node" />
import { createTandemClient } from '@tandem/client';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, reactive, type EffectScope } from 'vue';
import { useChat, type Chat } from './use-chat';
import type { SessionStore } from '../session/use-session';
import { within } from '../../../../tools/test/patience.mjs';

/** Accepts messages as the API does, and answers only while it is connected. */
let server: Server;
let isAnswering = true;
let asked = 0;
let received: string[] = [];
let store: { connection: string };
let chat: Chat;
let scope: EffectScope;

beforeEach(async () => {
  [isAnswering, asked, received] = [true, 0, []];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked++;
      if (!isAnswering) return;
      received.push((JSON.parse(body) as { variables: { input: { text: string } } }).variables.input.text);
      response.setHeader('content-type', 'application/json').end('{"data":{"sendChatMessage":{"id":"1"}}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = createTandemClient({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  store = reactive({
    id: 'session',
    client,
    connection: 'live',
    messages: [],
    participants: [],
    me: null,
    ability: () => ({ isAllowed: true }),
  });
  scope = effectScope();
  chat = scope.run(() => useChat(store as unknown as SessionStore))!;
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

describe('messages on a bad line', () => {
  it('wait while the connection is lost, and are sent in order when it is back', async () => {
    store.connection = 'lost';
    chat.send('first');
    chat.send('second');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toEqual([]);
    expect(chat.pending.map(({ text }) => text)).toEqual(['first', 'second']);

    store.connection = 'live';
    await vi.waitFor(() => expect(received).toEqual(['first', 'second']));
  });

  it('are sent although another is still being sent', async () => {
    chat.send('first');
    chat.send('second');
    await vi.waitFor(() => expect(received).toEqual(['first', 'second']));
  });

  it('are sent again by themselves when the connection was back before the last attempt had failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    isAnswering = false;
    chat.send('once');
    await vi.waitFor(() => expect(asked).toBe(1));
    store.connection = 'lost';
    isAnswering = true;
    store.connection = 'live';
    await vi.advanceTimersByTimeAsync(10_000); // the first request times out
    await vi.waitFor(() => expect(received).toEqual(['once']), { timeout: within(3000) });
    expect(chat.pending).toHaveLength(1); // until its event arrives
  });
});
