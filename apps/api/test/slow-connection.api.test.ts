import { gql } from '@urql/core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { slowConnection } from './slow-connection.js';
import { startTestApi, type TestApi } from './test-api.js';

const EVENTS = gql`
  subscription ($id: ID!, $after: Int!) {
    sessionEvents(sessionId: $id, after: $after) {
      seq
      ... on ChatMessageSent {
        message {
          clientId
        }
      }
    }
  }
`;
const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
/** Longer than any other timeout than the connection's own. */
const WATCHED = 25_000;

let api: TestApi;
/** Written for browsers, whose types differ from those of the server. */
let pages: any;
beforeAll(async () => {
  pages = await vi.importActual('@tandem/client');
  api = await startTestApi();
});
afterAll(() => api.stop());
const own = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
afterEach(() => void Object.assign(globalThis, own));

/** The pages' own client, in this person's browser. */
function pageOf(user: ApiUser, origin: string) {
  const { headers } = user;
  class WithCookies extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { headers });
      this.on('error', () => undefined);
    }
  }
  Object.assign(globalThis, { WebSocket: WithCookies });
  return pages.createTandemClient({ actor: { kind: 'seat', sessionId: user.actor!.slice('seat:'.length) }, origin });
}

it(
  'a connection of 64 kbit/s with a round trip of 3 s keeps its socket, and all events arrive in order',
  { timeout: within(90_000) },
  async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const line = await slowConnection(Number(new URL(api.origin).port));
    const client = pageOf(customer, line.origin);
    const states: string[] = [];
    const arrived: string[] = [];
    const stop = pages.tailEvents({
      after: 0,
      onEvent: ({ message }: { message?: { clientId: string } }) => message && arrived.push(message.clientId),
      onState: (state: string) => states.push(state),
      attempt: (after: number, { live, event, signal }: any) =>
        client.subscribe(
          EVENTS,
          { id, after },
          { onLive: live, onData: (data: any) => event(data.sessionEvents), signal },
        ),
    });
    await expect.poll(() => states.at(-1), { timeout: within(20_000) }).toBe('live');
    const opened = line.upgrades();
    const sent: string[] = [];
    for (const begun = Date.now(); Date.now() - begun < WATCHED;) {
      const clientId = `m${sent.push(`m${sent.length}`) - 1}`;
      await csr.ask(SEND, { i: { sessionId: id, clientId, audience: 'EVERYONE', text: '가'.repeat(200) } });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    await expect.poll(() => arrived.length, { timeout: within(20_000) }).toBe(sent.length);
    expect(arrived).toEqual(sent);
    expect(line.upgrades()).toBe(opened);
    expect(states.slice(states.indexOf('live'))).toEqual(['live']);
    stop();
    client.close();
    line.close();
  },
);
