import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const SEND = 'mutation($i: SendChatMessageInput!) { sendChatMessage(input: $i) { id seq } }';
const SEAT = 'mutation($p: ID!) { seatParticipant(participantId: $p) { id } }';
const DECLINE = 'mutation($p: ID!) { declineParticipant(participantId: $p) { id } }';
const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
const START = 'mutation { startSession { id } }';
const LEAVE = 'mutation($id: ID!) { leaveSession(sessionId: $id) }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const won = (codes: (string | null)[]) => codes.filter((code) => code === null).length;
const lost = (codes: (string | null)[]) => codes.filter((code) => code !== null);

describe('two tabs of the same customer', () => {
  it('are one seat, whichever way the second one joins', async () => {
    const { id, number, csr } = await api.startSession();
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url } }',
      { s: id },
    );
    const token = (createInvitationLink.url as string).split('/').at(-1)!;
    const customer = await api.customerBy({ token });
    const { participantId } = customer;
    const second = await api.customerBy({ number }, { user: customer });
    expect(second.participantId).toBe(participantId);
    const third = await api.customerBy({ token }, { user: customer }); // the same link, opened again
    expect(third.participantId).toBe(participantId);
    expect(await api.prisma.participant.count({ where: { sessionId: id, role: 'PRIMARY_CUSTOMER' } })).toBe(1);
  });

  it('both follow the session, and closing one does not count as absence', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const tabs = [customer.follow(id), customer.follow(id), csr.follow(id)];
    await csr.ask(SEND, { i: { sessionId: id, clientId: 'both', audience: 'EVERYONE', text: 'hello' } });
    for (const { events } of tabs)
      await expect.poll(() => events.filter(({ message }) => message?.clientId === 'both').length).toBe(1);
    tabs[0]!.cut();
    await tabs[0]!.done;
    api.clock.turn(LIMITS.disconnectGrace + 60_000);
    await api.sweep();
    expect(await api.eventTypes(id)).not.toContain('participants.disconnected');
    tabs.forEach((tab) => tab.cut());
  });

  it('send the same message once, and leave once', async () => {
    const { id, number } = await api.startSession();
    const customer = await api.customer(number);
    const input = { i: { sessionId: id, clientId: 'same', audience: 'EVERYONE', text: 'twice?' } };
    const [a, b] = await Promise.all([customer.ask(SEND, input), customer.ask(SEND, input)]);
    expect(a).toEqual(b);
    const tab = customer.follow(id);
    await expect.poll(() => tab.events.length).toBeGreaterThan(0);
    const codes = await Promise.all([customer.refusal(LEAVE, { id }), customer.refusal(LEAVE, { id })]);
    // the seat was already closed when the request arrived
    expect(lost(codes).every((code) => code === 'SEAT_CLOSED')).toBe(true);
    await tab.done;
    expect((await api.eventTypes(id)).filter((type) => type === 'participants.left')).toHaveLength(1);
  });
});

describe('two windows of the same CSR at the same time', () => {
  it('end the session once', async () => {
    const { id, csr } = await api.startSession();
    const codes = await Promise.all([csr.refusal(END, { id }), csr.refusal(END, { id })]);
    expect(won(codes)).toBe(1);
    expect(lost(codes)).toEqual(['SESSION_ENDED']);
    expect((await api.eventTypes(id)).filter((type) => type === 'sessions.ended')).toHaveLength(1);
  });

  it('decide about a waiting customer once: admitted or refused, not both', async () => {
    const { id, number, csr } = await api.startSession();
    await api.customer(number);
    const { participantId: p } = await api.customer(number);
    const codes = await Promise.all([csr.refusal(SEAT, { p }), csr.refusal(DECLINE, { p }), csr.refusal(SEAT, { p })]);
    expect(won(codes)).toBe(1);
    expect(lost(codes)).toEqual(['ALREADY_ANSWERED', 'ALREADY_ANSWERED']);
    const seated = await api.prisma.participant.count({
      where: { sessionId: id, role: 'PRIMARY_CUSTOMER', state: 'SEATED' },
    });
    expect(seated).toBe(1);
  });

  it('start no more sessions than the limit', async () => {
    const csr = await api.staff('CSR');
    const codes = await Promise.all(Array.from({ length: 8 }, () => csr.refusal(START)));
    expect(won(codes)).toBe(LIMITS.liveSessionsPerCsr);
    expect(new Set(lost(codes))).toEqual(new Set(['SESSION_LIMIT']));
    await api.setting('sessionMode', 'SINGLE');
    const single = await api.staff('CSR');
    expect(won(await Promise.all(Array.from({ length: 4 }, () => single.refusal(START))))).toBe(1);
    await api.setting('sessionMode', 'MULTI');
  });
});

describe('two customers at the same time', () => {
  it('take a seat once, and the other waits', async () => {
    const { number } = await api.startSession();
    const both = await Promise.all([api.customer(number), api.customer(number)]);
    expect(both.map(({ state }) => state).sort()).toEqual(['SEATED', 'WAITING']);
  });

  it('use up a one-time link once', async () => {
    const { id, csr } = await api.startSession();
    const { createInvitationLink } = await csr.ask(
      'mutation($s: ID!) { createInvitationLink(input: { sessionId: $s, locale: en }) { url } }',
      { s: id },
    );
    const token = (createInvitationLink.url as string).split('/').at(-1)!;
    const both = await Promise.all([api.customerBy({ token }), api.customerBy({ token })]);
    expect(both.map(({ state }) => state).sort()).toEqual(['SEATED', 'WAITING']);
  });
});
