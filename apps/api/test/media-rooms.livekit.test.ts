import { DisconnectReason } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { MediaPeer } from './media-peer.js';
import { END, JOIN, startMediaWorld, WINDOW, type MediaWorld, type Ticket } from './media-world.js';
import { within } from '../../../tools/test/patience.mjs';

const CAMERA = 'mutation($id: ID!, $on: Boolean!) { setCamera(sessionId: $id, isOn: $on) { isCameraOn } }';
const ASK =
  'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id grant { id } } }';
const ANSWER =
  'mutation($id: ID!, $d: GrantDuration!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: $d }) { grant { id } } }';
const START = 'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }';
const STOP = 'mutation($id: ID!) { stopShare(shareId: $id) { id } }';
const REVOKE = 'mutation($id: ID!) { revokeGrant(grantId: $id) { id } }';
const OTHER_WINDOW = 'another-window';
/** A client of the media server takes a second or two to tell of a newcomer. */
const SOON = { timeout: within(10_000) };
/** Everybody is out, and every picture gone, this long after the word. */
const AT_ONCE = { timeout: within(2000), interval: 20 };

let world: MediaWorld;
let api: MediaWorld['api'];
let livekit: MediaWorld['livekit'];
let ticketFor: MediaWorld['ticketFor'];
let roomOf: MediaWorld['roomOf'];
let server: MediaWorld['server'];
beforeAll(async () => {
  world = await startMediaWorld();
  ({ api, livekit, ticketFor, roomOf, server } = world);
});
afterAll(async () => {
  await world.stop();
});

const peers: MediaPeer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.leave();
});
const enter = (ticket: Ticket): Promise<MediaPeer> => {
  const peer = new MediaPeer();
  peers.push(peer);
  return peer.join(ticket);
};
/** Past our proxy, straight to the media server. */
const slipIn = ({ token }: Ticket) => enter({ url: server.address, token });

/** A session with both in the room. */
async function inRoom() {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const csrPeer = await enter(await ticketFor(csr, id));
  const ticket = await ticketFor(customer, id);
  const customerPeer = await enter(ticket);
  const csrId = (await api.prisma.participant.findFirst({ where: { sessionId: id, role: 'PRIMARY_CSR' } }))!.id;
  await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(true);
  return { id, number, csr, customer, csrPeer, customerPeer, csrId, ticket };
}

describe('rooms', () => {
  it('are made by the API alone: a token of ours for any other name opens none', async () => {
    const token = await livekit.createToken(
      'a-room-of-my-own',
      'me',
      { ticketId: 't', windowId: 'w' },
      { sources: ['microphone'], canSubscribe: true, canPublishData: true, lifeSeconds: 600 },
    );
    await expect(slipIn({ url: '', token })).rejects.toThrow();
    expect(await livekit.guests('a-room-of-my-own')).toEqual([]);
  });

  it('let both hear and see each other', async () => {
    const { customer, csrPeer, customerPeer, csrId } = await inRoom();
    expect(customerPeer.isBesides(csrId)).toBe(true);
    expect(csrPeer.isBesides(customer.participantId)).toBe(true);
  });
});

/** Joins as this seat and tries to show something. @returns whether the media server took it */
async function canShow(user: ApiUser & { participantId: string }, id: string, what: 'camera' | 'screen') {
  const peer = await enter(await ticketFor(user, id));
  const before = server.refusalsOf(user.participantId);
  const shown = peer.show(what).then(() => true);
  shown.catch(() => undefined); // the client waits ten seconds more before it gives up
  const refused = expect.poll(() => server.refusalsOf(user.participantId), SOON).toBeGreaterThan(before);
  return Promise.race([shown, refused.then(() => false)]);
}
/** Joins with the right to show something, and shows it. */
async function show(user: ApiUser, id: string, what: 'camera' | 'screen'): Promise<MediaPeer> {
  const peer = await enter(await ticketFor(user, id));
  await expect.poll(() => peer.may(), SOON).toContain(what);
  await peer.show(what);
  return peer;
}

describe('a ticket that has brought somebody in', () => {
  it('brings in nobody else, and disturbs nobody', async () => {
    const { customer, customerPeer, ticket } = await inRoom();
    const seat = () => api.prisma.mediaSeat.findUnique({ where: { participantId: customer.participantId } });
    await expect.poll(seat, SOON).toMatchObject({ isTicketSpent: true });
    await expect(enter(ticket)).rejects.toThrow();
    expect(customerPeer.out).toBeNull();
  });
});

describe('what may be published', () => {
  it('holds no camera before its owner turns it on, and none after it is off', async () => {
    const { id, customer, csrPeer } = await inRoom();
    const seen = () => csrPeer.sees(customer.participantId);
    expect(await canShow(customer, id, 'camera')).toBe(false);
    await customer.ask(CAMERA, { id, on: true });
    const peer = await show(customer, id, 'camera');
    expect(peer.may()).toEqual(['camera']);
    await expect.poll(seen, SOON).toEqual(['camera']);
    await customer.ask(CAMERA, { id, on: false });
    await expect.poll(seen, AT_ONCE).toEqual([]);
  });

  it.each([
    ['stops it', STOP],
    ['takes the consent back', REVOKE],
  ])(
    'holds a screen while a share is live, and not once somebody %s',
    { timeout: within(40_000) },
    async (_who, ending) => {
      const { id, csr, customer, csrPeer } = await inRoom();
      const seen = () => csrPeer.sees(customer.participantId);
      const share = (await csr.ask(ASK, { s: id })).askShare;
      expect(await canShow(customer, id, 'screen')).toBe(false); // asked is not allowed
      const { grant } = (await customer.ask(ANSWER, { id: share.id, d: 'SESSION' })).answerShare;
      expect(await canShow(customer, id, 'screen')).toBe(false); // consent alone shows nothing
      await customer.ask(START, { id: share.id });
      const peer = await show(customer, id, 'screen');
      await expect.poll(seen, SOON).toEqual(['screen']);
      await customer.ask(ending, { id: ending === STOP ? share.id : grant.id });
      await expect.poll(seen, AT_ONCE).toEqual([]);
      await expect.poll(() => peer.may(), SOON).toEqual([]);
      expect(await canShow(customer, id, 'screen')).toBe(false);
    },
  );
});

describe('the end', () => {
  it('of a session puts everybody out at once, screens and all, and no token opens its room again', async () => {
    const { id, csr, customer, csrPeer, ticket } = await inRoom();
    const room = await roomOf(id);
    const share = (await csr.ask(ASK, { s: id })).askShare;
    await customer.ask(ANSWER, { id: share.id, d: 'SESSION' });
    await customer.ask(START, { id: share.id });
    const customerPeer = await show(customer, id, 'screen');
    await expect.poll(() => csrPeer.sees(customer.participantId), SOON).toEqual(['screen']);
    await csr.ask(END, { id });
    await expect.poll(() => [csrPeer.out, customerPeer.out], AT_ONCE).not.toContain(null);
    expect(await livekit.guests(room)).toEqual([]);
    await expect(slipIn(ticket)).rejects.toThrow();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('SESSION_ENDED');
  });

  it('of a seat puts out who sat there, also who comes in again past our proxy', async () => {
    const { id, number, csr, customer, csrPeer, customerPeer, ticket } = await inRoom();
    const newcomer = await api.customer(number);
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', { p: newcomer.participantId });
    await expect.poll(() => customerPeer.out, AT_ONCE).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    const intruder = await slipIn(ticket);
    await expect.poll(() => intruder.out, AT_ONCE).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(false);
    expect(await livekit.guests(await roomOf(id))).toHaveLength(1);
  });
});

describe('two windows of a seat', () => {
  it('have the media one at a time: the other may take them, and the first is put out', async () => {
    const { id, csr, csrPeer } = await inRoom();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: OTHER_WINDOW } })).toBe('MEDIA_HELD_ELSEWHERE');
    const second = await enter(await ticketFor(csr, id, OTHER_WINDOW, true));
    await expect.poll(() => csrPeer.out, AT_ONCE).toBe(DisconnectReason.DUPLICATE_IDENTITY);
    expect(second.out).toBeNull();
  });

  it('can not take them back by the ticket of before, past our proxy either', async () => {
    const { id, customer, csrPeer, ticket } = await inRoom();
    await enter(await ticketFor(customer, id, OTHER_WINDOW, true));
    const old = await slipIn(ticket);
    await expect.poll(() => old.out, AT_ONCE).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(false);
    const back = await enter(await ticketFor(customer, id, OTHER_WINDOW));
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500)); // the media server's report of it has been read
    expect(back.out).toBeNull();
  });
});

describe('a media server that was away', () => {
  it('has its room again as soon as somebody asks for the media', async () => {
    const { id, csr, customer, csrPeer, customerPeer } = await inRoom();
    await csrPeer.leave();
    await customerPeer.leave();
    await server.restart();
    const room = await roomOf(id);
    expect(await livekit.guests(room)).toEqual([]);
    const again = await enter(await ticketFor(csr, id));
    await enter(await ticketFor(customer, id));
    await expect.poll(() => again.isBesides(customer.participantId), SOON).toBe(true);
    expect(await roomOf(id)).toBe(room);
  });

  it('is told to the person, and stops nothing else', async () => {
    const { id, csr } = await api.startSession();
    await server.stop();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('MEDIA_UNAVAILABLE');
    expect(await csr.refusal(CAMERA, { id, on: true })).toBeNull();
    expect(await csr.refusal(END, { id })).toBeNull();
    await server.restart();
    await api.platform.relay.drain();
  });
});
