import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SAY = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }';
const KEEP = 'mutation($id: ID!) { keepSessionOpen(sessionId: $id) { endDueAt } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.setting('idleEndMinutes', 240);
  await api.setting('neverJoinedEndMinutes', 60);
});

async function pass(time: number): Promise<void> {
  api.clock.turn(time);
  await api.sweep();
}
async function inSession() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  await api.sweep();
  return { id, csr, customer };
}
const facts = async (csr: ApiUser, id: string) =>
  (await csr.ask('query($id: ID!) { session(id: $id) { state endReason endDueAt endDueReason } }', { id })).session;
let said = 0;
const say = (user: ApiUser, sessionId: string) =>
  user.ask(SAY, { i: { sessionId, clientId: `m${++said}`, audience: 'EVERYONE', text: 'here' } });

describe('an idle session', () => {
  it('is announced to end 60 seconds before, ends after four hours, and has the reason in its report', async () => {
    const { id, csr, customer } = await inSession();
    await pass(4 * HOUR - 2 * MINUTE);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
    await pass(MINUTE + 1000);
    const warned = await facts(customer, id);
    expect(warned).toMatchObject({ state: 'ACTIVE', endDueReason: 'IDLE' });
    expect(Date.parse(warned.endDueAt) - api.clock.now().getTime()).toBeGreaterThan(55_000);
    await pass(50_000);
    expect((await facts(csr, id)).state).toBe('ACTIVE');
    await pass(15_000);
    expect(await facts(csr, id)).toMatchObject({ state: 'ENDED', endReason: 'IDLE', endDueAt: null });
    const { sessionReport } = await csr.ask('query($id: ID!) { sessionReport(sessionId: $id) { endReason } }', { id });
    expect(sessionReport.endReason).toBe('IDLE');
    expect(await api.eventTypes(id)).toEqual(expect.arrayContaining(['sessions.endNear', 'sessions.ended']));
  });

  it.each(['csr', 'customer'] as const)(
    'stays open when the %s keeps it open, for the whole time again',
    async (who) => {
      const s = await inSession();
      await pass(4 * HOUR);
      expect((await facts(s.csr, s.id)).endDueReason).toBe('IDLE');
      expect((await s[who].ask(KEEP, { id: s.id })).keepSessionOpen.endDueAt).toBeNull();
      expect((await api.eventTypes(s.id)).at(-1)).toBe('sessions.keptOpen');
      await pass(3 * HOUR);
      expect(await facts(s.csr, s.id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
      await pass(HOUR);
      expect((await facts(s.csr, s.id)).endDueReason).toBe('IDLE');
      await pass(2 * MINUTE);
      expect((await facts(s.csr, s.id)).state).toBe('ENDED');
    },
  );

  it('stays open by any activity: before the warning, and in its last second', async () => {
    const { id, csr, customer } = await inSession();
    await pass(3 * HOUR);
    await say(customer, id);
    await pass(3 * HOUR);
    expect((await facts(csr, id)).endDueAt).toBeNull();
    await pass(HOUR);
    expect((await facts(csr, id)).endDueReason).toBe('IDLE');
    api.clock.turn(59_000);
    await say(customer, id);
    await pass(30_000);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
    expect((await api.eventTypes(id)).at(-1)).toBe('sessions.keptOpen');
  });

  it('is not kept open by pages that reconnect', async () => {
    const { id, csr, customer } = await inSession();
    await pass(4 * HOUR - 30_000);
    const stream = customer.follow(id);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    stream.cut();
    await pass(10_000);
    await pass(60_000);
    expect((await facts(csr, id)).state).toBe('ENDED');
  });

  it('refuses acts after its time, even before the sweep has run', async () => {
    const { id, customer } = await inSession();
    await pass(4 * HOUR);
    api.clock.turn(61_000);
    expect(
      await customer.refusal(SAY, { i: { sessionId: id, clientId: 'late', audience: 'EVERYONE', text: 't' } }),
    ).toBe('SESSION_ENDED');
    expect(await customer.refusal(KEEP, { id })).toBe('SESSION_ENDED');
  });

  it('never ends automatically where the site disables it, and a changed limit applies within five minutes', async () => {
    await api.setting('idleEndMinutes', 0);
    const { id, csr } = await inSession();
    for (let day = 0; day < 3; day++) await pass(24 * HOUR);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
    await api.setting('idleEndMinutes', 30);
    await pass(5 * MINUTE);
    expect((await facts(csr, id)).endDueReason).toBe('IDLE');
    for (const minutes of [1, -5, 10_081])
      await expect(api.setting('idleEndMinutes', minutes)).rejects.toThrow('BAD_INPUT');
  });

  it('is announced to end even if the server was down at that time', async () => {
    const { id, csr } = await inSession();
    await api.restart(9 * HOUR);
    await api.sweep();
    const { state, endDueAt } = await facts(csr, id);
    expect(state).toBe('ACTIVE');
    expect(Date.parse(endDueAt) - api.clock.now().getTime()).toBeGreaterThan(55_000);
    await pass(61_000);
    expect((await facts(csr, id)).state).toBe('ENDED');
  });
});

describe('activity without messages', () => {
  it('is a live share: the idle time starts at its end', async () => {
    const { id, csr, customer } = await inSession();
    const stream = customer.follow(id);
    const { askShare } = await csr.ask(
      'mutation($id: ID!) { askShare(input: { sessionId: $id, action: REQUEST_VIEW, target: DESKTOP }) { id } }',
      { id },
    );
    const share = { id: askShare.id };
    await customer.ask(
      'mutation($id: ID!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: ONCE }) { id } }',
      share,
    );
    await customer.ask('mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }', share);
    await api.screenArrives(customer.participantId);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    for (let hour = 0; hour < 6; hour++) await pass(HOUR);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
    await csr.ask('mutation($id: ID!) { stopShare(shareId: $id) { id } }', share);
    await pass(3 * HOUR);
    expect((await facts(csr, id)).endDueAt).toBeNull();
    await pass(HOUR);
    expect((await facts(csr, id)).endDueReason).toBe('IDLE');
    stream.cut();
  });

  it('is a conversation of both sides, but not one microphone that was left on', async () => {
    const { id, csr, customer } = await inSession();
    const streams = [csr.follow(id), customer.follow(id)];
    for (const stream of streams) await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    const talk = 'mutation($id: ID!) { setMicrophone(sessionId: $id, isOn: true) { id } }';
    await csr.ask(talk, { id });
    await pass(4 * HOUR);
    expect((await facts(csr, id)).endDueReason).toBe('IDLE');
    await customer.ask(talk, { id });
    await pass(1000);
    for (let hour = 0; hour < 6; hour++) await pass(HOUR);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
    for (const stream of streams) stream.cut();
  });
});

describe('a session that nobody joins', () => {
  it('ends after an hour with its own reason, even if its CSR writes', async () => {
    const { id, number, csr } = await api.startSession();
    await api.sweep();
    await pass(30 * MINUTE);
    await say(csr, id);
    await pass(29 * MINUTE + 5000);
    expect((await facts(csr, id)).endDueReason).toBe('NEVER_JOINED');
    api.clock.turn(61_000);
    const stranger = api.stranger();
    await expect(api.customer(number, { user: stranger })).rejects.toThrow('SESSION_NUMBER_WRONG');
    await api.sweep();
    expect(await facts(csr, id)).toMatchObject({ state: 'ENDED', endReason: 'NEVER_JOINED' });
  });

  it('continues when somebody joins in the last minute', async () => {
    const { id, number, csr } = await api.startSession();
    await api.sweep();
    await pass(HOUR);
    expect((await facts(csr, id)).endDueReason).toBe('NEVER_JOINED');
    await api.customer(number);
    await pass(2 * MINUTE);
    expect(await facts(csr, id)).toMatchObject({ state: 'ACTIVE', endDueAt: null });
  });
});
