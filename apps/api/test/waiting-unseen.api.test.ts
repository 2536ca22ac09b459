import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import type { ApiUser } from './api-user.js';
import { expert, tick } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

const NAME = 'Your bank: call 555-0100 at once';
const SEEN =
  'query($id: ID!) { session(id: $id) { participants { name } peopleEvents { __typename ... on ParticipantDisconnected { participant { name } } ... on ParticipantReconnected { participant { name } } ... on ParticipantLeft { participant { name } } } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

const seat = (id: string) => api.prisma.participant.findUniqueOrThrow({ where: { id } });
async function gone(stream: ReturnType<ApiUser['follow']>, participantId: string): Promise<void> {
  stream.cut();
  await stream.done;
  await expect.poll(async () => (await seat(participantId)).lostAt).not.toBeNull();
  api.clock.turn(LIMITS.disconnectGrace + 1000);
  await api.sweep();
}

/** Somebody waits, is disconnected, returns, is disconnected, and loses the place to others; another one leaves. */
async function neverLetIn(id: string, number: string): Promise<string[]> {
  const lost = await api.customer(number, { name: NAME });
  const first = lost.follow(id);
  await expect.poll(async () => (await seat(lost.participantId)).lostAt).toBeNull();
  await gone(first, lost.participantId);
  const second = lost.follow(id);
  await expect.poll(async () => (await seat(lost.participantId)).isConnected).toBe(true);
  await gone(second, lost.participantId);
  for (let i = 0; i < LIMITS.waitingPerSession; i++) {
    const user = api.stranger();
    user.forwardedFor = `198.51.100.${i}`;
    await api.customer(number, { name: NAME, user });
  }
  expect((await seat(lost.participantId)).state).toBe('LEFT');
  return [lost.participantId];
}

it('somebody who was never let in puts no text in front of anybody but staff', async () => {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const guest = await expert(api, csr, id);
  const colleague = await api.assistant(id);
  const leaver = await api.customer(number, { name: NAME });
  await leaver.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id });
  await neverLetIn(id, number);
  await csr.ask('mutation($id: ID!) { lockSession(sessionId: $id, isLocked: true) { id } }', { id });
  const asked = await expert(api, csr, id, NAME);
  await tick(csr, asked.participantId, ['VIEW', 'ANNOTATE']);
  await csr.ask('mutation($id: ID!) { declineWaiting(sessionId: $id) }', { id });

  const unseated = await api.prisma.participant.findMany({ where: { sessionId: id, seatedAt: null } });
  const log = await api.prisma.event.findMany({ where: { stream: `session:${id}` }, orderBy: { seq: 'asc' } });
  const isAbout = (payload: unknown) => unseated.some((row) => JSON.stringify(payload).includes(row.id));
  const secret = log.filter(({ payload }) => isAbout(payload));
  expect([...new Set(secret.map(({ type }) => type))].sort()).toEqual([
    'participants.declined',
    'participants.disconnected',
    'participants.left',
    'participants.reconnected',
    'participants.rightsChanged',
    'participants.waiting',
  ]);
  for (const [user, mayKnow] of [
    [csr, true],
    [colleague, true],
    [customer, false],
    [guest, false],
  ] as const) {
    const stream = user.follow(id);
    await csr.ask('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
      i: { sessionId: id, clientId: crypto.randomUUID(), audience: 'EVERYONE', text: 'done' },
    });
    const last = (
      await api.prisma.event.findFirstOrThrow({
        where: { stream: `session:${id}`, type: 'chat.messageSent' },
        orderBy: { seq: 'desc' },
      })
    ).seq;
    await expect.poll(() => stream.events.at(-1)?.seq, { timeout: within(5000) }).toBeGreaterThanOrEqual(last);
    const got = new Set(stream.events.map(({ seq }) => seq));
    expect(secret.filter(({ seq }) => got.has(seq)).length).toBe(mayKnow ? secret.length : 0);
    expect(JSON.stringify(await user.ask(SEEN, { id })).includes(NAME)).toBe(mayKnow);
    stream.cut();
  }
});
