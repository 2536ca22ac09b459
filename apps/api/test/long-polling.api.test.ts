import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';

const STEP = `query($id: ID!, $after: Int!) {
  nextSessionEvents(sessionId: $id, after: $after) {
    lastSeq isOver events { __typename seq ... on ChatMessageSent { message { text } } }
  }
}`;
const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const CONNECTED = 'query($id: ID!) { session(id: $id) { participants { role isConnected lostAt } } }';

interface Step {
  lastSeq: number;
  isOver: boolean;
  events: { __typename: string; seq: number; message?: { text: string } }[];
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const step = async (user: ApiUser, id: string, after: number): Promise<Step> =>
  (await user.ask(STEP, { id, after })).nextSessionEvents as Step;
const say = (user: ApiUser, sessionId: string, text: string, more: object = {}) =>
  user.ask(SEND, { i: { sessionId, clientId: crypto.randomUUID(), audience: 'EVERYONE', text, ...more } });
const customerOf = async (csr: ApiUser, id: string) =>
  (
    (await csr.ask(CONNECTED, { id })).session.participants as { role: string; isConnected: boolean; lostAt: unknown }[]
  ).find(({ role }) => role === 'PRIMARY_CUSTOMER')!;

describe('a network that blocks WebSocket', () => {
  it('receives past and new events by long polling', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const first = await step(customer, id, 0);
    expect(first.events.length).toBeGreaterThan(0);
    const waiting = step(customer, id, first.lastSeq);
    await say(csr, id, '안녕하세요');
    const next = await waiting;
    expect(next.events.map(({ message }) => message?.text)).toContain('안녕하세요');
    expect(next.events.every(({ seq }) => seq > first.lastSeq)).toBe(true);
    expect(next.isOver).toBe(false);
  });

  it('receives nothing that a socket would not, and continues after hidden events', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const { lastSeq } = await step(customer, id, 0);
    await say(csr, id, 'for colleagues', { audience: 'CSRS' });
    const hidden = await step(customer, id, lastSeq);
    expect(hidden.events).toEqual([]);
    expect(hidden.lastSeq).toBe(lastSeq + 1);
    expect((await step(csr, id, lastSeq)).events).toHaveLength(1);
  });

  it('gets the end of the session, and the same refusals as the stream', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const { lastSeq } = await step(customer, id, 0);
    const waiting = step(customer, id, lastSeq);
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    let last = await waiting;
    while (!last.isOver) last = await step(customer, id, last.lastSeq);
    expect(last.events.at(-1)?.__typename).toBe('SessionEnded');
    expect(await api.stranger().refusal(STEP, { id, after: 0 })).toBe('UNAUTHENTICATED');
    expect(await csr.failure(STEP, { id, after: -1 })).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ path: 'after' }],
    });
  });

  it('does not make a customer who uses long polling absent', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    let { lastSeq } = await step(customer, id, 0);
    expect(await customerOf(csr, id)).toMatchObject({ isConnected: true, lostAt: null });
    for (let waits = 0; waits < 2; waits++) {
      ({ lastSeq } = await step(customer, id, lastSeq)); // waits for its whole time: nothing happens
      expect(await customerOf(csr, id)).toMatchObject({ isConnected: true, lostAt: null });
    }
    // a client that stops polling is away
    await expect
      .poll(async () => (await customerOf(csr, id)).lostAt, { timeout: LIMITS.eventsGap + within(10_000) })
      .not.toBeNull();
  });
});

describe('the device information of a browser', () => {
  const JOIN = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } } }';
  const TOLD = 'query($id: ID!) { session(id: $id) { participants { role device { language timeZone } } } }';

  it.each([
    [{ timeZone: 'Etc/Unknown' }, { timeZone: 'UTC' }],
    [
      { timeZone: 'not a zone', language: 'not a language' },
      { timeZone: 'UTC', language: 'und' },
    ],
    [
      { timeZone: null, language: null },
      { timeZone: 'UTC', language: 'und' },
    ],
    [
      { timeZone: '', language: '' },
      { timeZone: 'UTC', language: 'und' },
    ],
    [
      { timeZone: 'Asia/Seoul', language: 'ko-kr' },
      { timeZone: 'Asia/Seoul', language: 'ko-KR' },
    ],
  ])('is accepted as %j and stored as %j', async (sent, known) => {
    const { id, number, csr } = await api.startSession();
    await api.stranger().ask(JOIN, { i: { number, locale: 'en', device: { ...DEVICE, ...sent } } });
    const { session } = await csr.ask(TOLD, { id });
    const { device } = (session.participants as { role: string; device: object }[]).find(
      ({ role }) => role === 'PRIMARY_CUSTOMER',
    )!;
    expect(device).toMatchObject(known);
  });

  it('is accompanied by the server’s time in every answer', async () => {
    api.clock.turn(3_600_000);
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ site { name } }"}',
    });
    const off = Number(response.headers.get('tandem-time')) - api.clock.now().getTime();
    expect(Math.abs(off)).toBeLessThan(within(2000));
    api.clock.turn(-3_600_000);
  });
});
