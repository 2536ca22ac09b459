import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSessionsRepo } from '../src/features/session/sessions/sessions.repo.js';
import type { ApiUser } from './api-user.js';
import { fullSession } from './session-world.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const seatsOf = (sessionId: string) => api.prisma.participant.findMany({ where: { sessionId } });

async function bothHere() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const streams = [csr.follow(id), customer.follow(id)] as const;
  await expect.poll(async () => (await seatsOf(id)).every(({ lostAt }) => lostAt === null)).toBe(true);
  await expect.poll(() => streams.every(({ events }) => events.length > 0)).toBe(true);
  return { id, number, csr, customer, streams };
}
async function cut(stream: ReturnType<ApiUser['follow']>, sessionId: string, role: string): Promise<void> {
  stream.cut();
  await stream.done;
  await expect.poll(async () => (await seatsOf(sessionId)).find((seat) => seat.role === role)?.lostAt).not.toBeNull();
}

describe('a participant who is away', () => {
  it('is reported after a moment, a CSR again after two minutes, and nothing ends', async () => {
    const { id, csr, customer, streams } = await bothHere();
    await cut(streams[0], id, 'PRIMARY_CSR');
    await api.sweep();
    expect(await api.eventTypes(id)).not.toContain('participants.disconnected');
    api.clock.turn(LIMITS.disconnectGrace + 1000);
    await api.sweep();
    expect((await api.eventTypes(id)).at(-1)).toBe('participants.disconnected');
    api.clock.turn(LIMITS.csrAway);
    await api.sweep();
    await api.sweep();
    expect((await api.eventTypes(id)).filter((type) => type === 'participants.away')).toHaveLength(1);
    await expect.poll(() => streams[1].events.at(-1)?.__typename).toBe('ParticipantAway');
    const read = 'query($id: ID!) { session(id: $id) { state participants { role isAway isConnected } } }';
    const { session } = await customer.ask(read, { id });
    expect(session.state).toBe('ACTIVE');
    expect(session.participants).toContainEqual({ role: 'PRIMARY_CSR', isAway: true, isConnected: false });

    const back = csr.follow(id, streams[0].events.at(-1)!.seq);
    await expect
      .poll(() => back.events.map(({ __typename }) => __typename))
      .toEqual(['ParticipantDisconnected', 'ParticipantAway', 'ParticipantReconnected']);
    expect((await customer.ask(read, { id })).session.participants).toContainEqual({
      role: 'PRIMARY_CSR',
      isAway: false,
      isConnected: true,
    });
    const people = 'query($id: ID!) { session(id: $id) { peopleEvents { __typename seq } } }';
    for (const user of [csr, customer]) {
      const { session: seen } = await user.ask(people, { id });
      expect(seen.peopleEvents.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
        'ParticipantJoined',
        'ParticipantJoined',
        'ParticipantDisconnected',
        'ParticipantReconnected',
      ]);
    }
    back.cut();
    streams[1].cut();
  });

  it('may be a customer for any time: there is no deadline', async () => {
    const { id, customer, streams } = await bothHere();
    await cut(streams[1], id, 'PRIMARY_CUSTOMER');
    api.clock.turn(24 * 3_600_000);
    await api.sweep();
    expect(await api.eventTypes(id)).not.toContain('participants.away');
    expect((await customer.ask('query($id: ID!) { session(id: $id) { state } }', { id })).session.state).toBe('ACTIVE');
    streams[0].cut();
  });
});

describe('a customer who loses the connection', () => {
  it('is reported as away to every participant: the second customer and the outside expert too', async () => {
    const { id, customer, second, guest } = await fullSession(api);
    const lostAt = async () => (await seatsOf(id)).find((seat) => seat.id === customer.participantId)!.lostAt;
    const stream = customer.follow(id);
    await expect.poll(lostAt).toBeNull();
    stream.cut();
    await expect.poll(lostAt).not.toBeNull();
    api.clock.turn(LIMITS.disconnectGrace + 1000);
    await api.sweep();
    const people =
      'query($id: ID!) { session(id: $id) { peopleEvents { __typename ... on ParticipantDisconnected { participant { id isConnected } } } } }';
    const lost = { id: customer.participantId, isConnected: false };
    for (const user of [second, guest]) {
      const { session } = await user.ask(people, { id });
      expect(session.peopleEvents).toContainEqual({ __typename: 'ParticipantDisconnected', participant: lost });
    }
  });
});

describe('a restart of the server', () => {
  it('makes nobody away when both come back, however long it took', async () => {
    const { id, csr, customer, streams } = await bothHere();
    const last = streams.map(({ events }) => events.at(-1)!.seq);
    await api.restart(5 * 60_000);
    await Promise.all(streams.map(({ done }) => done));
    await api.sweep(); // before anybody has reconnected
    const back = [csr.follow(id, last[0]), customer.follow(id, last[1])];
    await expect.poll(async () => (await seatsOf(id)).every(({ lostAt }) => lostAt === null)).toBe(true);
    api.clock.turn(LIMITS.csrAway + 60_000);
    await api.sweep();
    const types = await api.eventTypes(id);
    for (const absence of ['participants.disconnected', 'participants.away', 'participants.reconnected'])
      expect(types).not.toContain(absence);
    back.forEach((stream) => stream.cut());
  });

  it('after a crash, which recorded nothing, reports those who do not come back', async () => {
    const { id, csr } = await bothHere();
    await api.restart();
    // as a killed process leaves it
    await api.prisma.participant.updateMany({
      where: { sessionId: id },
      data: { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: true },
    });
    await api.restart();
    const back = csr.follow(id);
    await expect.poll(async () => (await seatsOf(id)).filter(({ lostAt }) => lostAt).length).toBe(1);
    api.clock.turn(LIMITS.disconnectGrace + 1000);
    await api.sweep();
    const gone = (await seatsOf(id)).filter(({ isConnected }) => !isConnected);
    expect(gone.map(({ role }) => role)).toEqual(['PRIMARY_CUSTOMER']);
    back.cut();
  });

  it('resets no guess counters', async () => {
    const { number } = await api.startSession();
    const stranger = api.stranger();
    const guess = (digits: string) =>
      stranger.refusal(
        `mutation { joinSession(input: { number: "${digits}", locale: en, device: { kind: DESKTOP, browser: "b", system: "s", language: "en", timeZone: "UTC", canShareScreen: true, hasCamera: true } }) { session { id } } }`,
      );
    for (let i = 0; i < LIMITS.guessesPerAddress; i++) await guess('100000000');
    await api.restart();
    expect(await guess(number)).toBe('JOIN_LOCKED');
    api.clock.turn(LIMITS.guessWindow + 1000);
    expect(await guess(number)).toBeNull();
  });
});

describe('the stream of a session', () => {
  it('starts after any given number, and waits when there are no newer events', async () => {
    const { id, csr, streams } = await bothHere();
    const all = streams[0].events.map(({ seq }) => seq);
    expect(all).toEqual(all.map((_, i) => i + 1));
    for (const seen of [0, 1, all.length]) {
      const again = csr.follow(id, seen);
      await expect.poll(() => again.events.map(({ seq }) => seq)).toEqual(all.slice(seen));
      again.cut();
    }
    const wrong = csr.follow(id, -1);
    await wrong.done;
    expect(wrong.failure()).toBe('BAD_INPUT');
    streams.forEach((stream) => stream.cut());
  });
});

describe('the number of a session', () => {
  it('is unique while the session is live, reserved for a day after it, and reusable then', async () => {
    const { id, number, csr } = await api.startSession();
    const repo = createSessionsRepo(api.platform.db);
    const isFree = () =>
      api.platform.db.transaction((tx) => repo.takeNumber(tx, number, 'another-session', api.clock.now()));
    expect(await isFree()).toBe(false);
    await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
    api.clock.turn(LIMITS.numberRest - 60_000);
    expect(await isFree()).toBe(false);
    api.clock.turn(120_000);
    expect(await isFree()).toBe(true);
  });
});

// the last test: it stops the server of this file
describe('a server that stops while participants are connected', () => {
  it('does not query its closed database when they disconnect', async () => {
    const { number, id, csr } = await api.startSession();
    const customer = await api.customer(number);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    for (const user of [csr, customer])
      await user.ask('query($id: ID!) { nextSessionEvents(sessionId: $id, after: 0) { lastSeq } }', { id });
    const leave = timers.mock.calls.filter(([, delay]) => delay === LIMITS.eventsGap).map(([late]) => late);
    timers.mockRestore();
    expect(leave).toHaveLength(2);
    const failed: unknown[] = [];
    Object.assign(api.platform.log, { error: (entry: unknown) => void failed.push(entry) });
    await api.stop();
    leave.forEach((late) => late());
    for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
    expect(failed).toEqual([]);
    api = await startTestApi();
  });
});
