import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEVICE, startTestApi, type TestApi } from './test-api.js';

const JOIN = 'mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } participant { id state } } }';
const by = (what: object) => ({ i: { name: 'Kim', locale: 'ko', device: DEVICE, ...what } });

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(() => api.stop());

/** Every test uses networks of its own. */
let net = 0;
beforeEach(() => void net++);
const from = (host: number | string) => {
  const user = api.stranger();
  user.forwardedFor = typeof host === 'string' ? host : `198.51.${net}.${host}`;
  return user;
};

describe('the seat', () => {
  it('belongs to the browser that took it: no other cookie gives access', async () => {
    const { number, id } = await api.startSession();
    const customer = await api.customer(number);
    const read = 'query($id: ID!) { session(id: $id) { mySeat { id } } }';
    expect((await customer.ask(read, { id })).session.mySeat.id).toBe(customer.participantId);
    const other = api.stranger();
    other.actor = `seat:${id}`;
    expect(await other.refusal(read, { id })).toBe('UNAUTHENTICATED');
    customer.sentOrigin = 'https://evil.example';
    expect(await customer.refusal(read, { id })).toBe('UNAUTHENTICATED');
  });

  it('is still there after a day while the session is live', async () => {
    const { number, id } = await api.startSession();
    const customer = await api.customer(number);
    api.clock.turn(20 * 3_600_000);
    expect(await customer.refusal('query($id: ID!) { session(id: $id) { id } }', { id })).toBeNull();
  });

  it('is given to another customer only by the CSR, and closes the first one’s', async () => {
    const { number, id, csr } = await api.startSession();
    const first = await api.customer(number, { name: 'First' });
    const second = await api.customer(number, { name: 'Second' });
    expect([first.state, second.state]).toEqual(['SEATED', 'WAITING']);
    expect(
      await second.refusal('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
        i: { sessionId: id, clientId: 'early', audience: 'EVERYONE', text: 'hello' },
      }),
    ).not.toBeNull();
    expect(
      await first.refusal('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', {
        p: second.participantId,
      }),
    ).toBe('FORBIDDEN');
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id state } }', { p: second.participantId });
    expect(
      await first.refusal('mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id } }', {
        i: { sessionId: id, clientId: 'late', audience: 'EVERYONE', text: 'hello' },
      }),
    ).toBe('SEAT_CLOSED');
    expect(
      await csr.refusal('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', { p: second.participantId }),
    ).toBe('ALREADY_ANSWERED');
  });
});

describe('a session', () => {
  const NONE_IN = 'mutation($id: ID!) { declineWaiting(sessionId: $id) }';
  const rowsOf = (sessionId: string) => api.prisma.participant.count({ where: { sessionId } });

  async function withFirst() {
    const session = await api.startSession();
    await api.customer(session.number, { name: 'First' });
    const come = (from: string) => {
      const user = api.stranger();
      user.forwardedFor = from;
      return user.refusal(JOIN, by({ number: session.number }));
    };
    return { ...session, come };
  }

  it('has room for ten people: others are refused with the reason, and leave nothing behind', async () => {
    const { id, number, csr, come } = await withFirst();
    const codes = await Promise.all(Array.from({ length: 60 }, (_, i) => come(`10.${net}.${i}.1`)));
    expect(codes.filter((code) => code === null)).toHaveLength(LIMITS.waitingPerSession);
    expect(new Set(codes)).toEqual(new Set([null, 'DOOR_FULL']));
    expect(await rowsOf(id)).toBe(2 + LIMITS.waitingPerSession);
    expect((await api.eventTypes(id)).length).toBeLessThan(20);
    // an invited person still gets a place
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url } }',
      { s: id },
    );
    const token = (createInvitationLink.url as string).split('/').at(-1)!;
    expect((await api.customerBy({ token })).state).toBe('WAITING');
    // the CSR refuses all waiting people in one request; nobody else may
    const assistant = await api.assistant(id);
    expect(await assistant.refusal(NONE_IN, { id })).toBe('FORBIDDEN');
    expect((await csr.ask(NONE_IN, { id })).declineWaiting).toBe(LIMITS.waitingPerSession + 1);
    expect((await api.customer(number, { user: from(77) })).state).toBe('WAITING');
  });

  it('cannot be filled by one IP address', async () => {
    const { number, come } = await withFirst();
    const codes = await Promise.all(Array.from({ length: 20 }, () => come(`10.${net}.0.1`)));
    expect(codes.filter((code) => code === null)).toHaveLength(LIMITS.newcomersPerAddress);
    expect(await come(`10.${net}.0.2`)).toBeNull();
    const refused = await from(`10.${net}.0.1`)
      .ask(JOIN, by({ number }))
      .catch(({ failure }: { failure: object }) => failure);
    expect(refused).toMatchObject({ code: 'DOOR_FULL', params: { limit: LIMITS.newcomersPerAddress } });
    const { retryAfterSeconds } = (refused as { params: { retryAfterSeconds: number } }).params;
    expect(retryAfterSeconds).toBeGreaterThan(LIMITS.guessWindow / 1000 - 60);
    expect(retryAfterSeconds).toBeLessThanOrEqual(LIMITS.guessWindow / 1000);
  });

  it('gives a newcomer the place of a person whose page is gone, but not of one who is present', async () => {
    const { id, number, come } = await withFirst();
    const here = await api.customer(number, { name: 'Here', user: from(3) });
    const stream = here.follow(id);
    await expect
      .poll(async () => (await api.prisma.participant.findUnique({ where: { id: here.participantId } }))!.lostAt)
      .toBeNull();
    for (let i = 1; i < LIMITS.waitingPerSession; i++) expect(await come(`10.${net}.${i}.1`)).toBeNull();
    expect(await come(`10.${net}.100.1`)).toBe('DOOR_FULL');
    api.clock.turn(60_000);
    await api.sweep();
    for (let i = 1; i < LIMITS.waitingPerSession; i++) expect(await come(`10.${net}.${100 + i}.1`)).toBeNull();
    expect(await api.prisma.participant.findUnique({ where: { id: here.participantId } })).toMatchObject({
      state: 'WAITING',
    });
    stream.cut();
  });

  it('limits how many people join within an hour, even if others leave', async () => {
    const { id, come } = await withFirst();
    const rows = Array.from({ length: LIMITS.newcomersPerHour }, (_, i) => ({
      id: `${id}-${i}`,
      siteId: api.site.id,
      sessionId: id,
      role: 'PRIMARY_CUSTOMER' as const,
      state: 'LEFT' as const,
      name: 'Gone',
      locale: 'ko' as const,
      createdAt: api.clock.now(),
    }));
    await api.prisma.participant.createMany({ data: rows });
    expect(await come(`10.${net}.0.1`)).toBe('DOOR_FULL');
    api.clock.turn(3_600_001);
    expect(await come(`10.${net}.0.1`)).toBeNull();
  });
});

describe('single-session mode', () => {
  it('refuses a second live session of the same CSR', async () => {
    const csr = await api.staff('CSR');
    await api.setting('sessionMode', 'SINGLE');
    await api.startSession(csr);
    expect(await csr.refusal('mutation { startSession { id } }')).toBe('SESSION_LIMIT');
    await api.setting('sessionMode', 'MULTI');
    expect(await csr.refusal('mutation { startSession { id } }')).toBeNull();
  });
});
