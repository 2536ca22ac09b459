import { DisconnectReason } from '@livekit/rtc-node';
import { describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { useMediaWorld } from './media-frame.js';
import type { MediaPeer } from './media-peer.js';
import { END, JOIN, WINDOW, type Ticket } from './media-world.js';
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
/** A LiveKit client takes a second or two to report a newcomer. */
const SOON = { timeout: within(10_000) };
/** Everybody is disconnected, and every picture gone, within this time. */
const PROMPTLY = { timeout: within(2000), interval: 20 };

const media = useMediaWorld();
const roomOf = (sessionId: string) => media.world.roomOf(sessionId);
const ticketFor = (user: ApiUser, sessionId: string, windowId?: string, isTakeOver?: boolean) =>
  media.world.ticketFor(user, sessionId, windowId, isTakeOver);
/** Connects directly to the media server, without our proxy. */
const slipIn = ({ token }: Ticket) => media.enterWith({ url: media.world.server.address, token });

/** A session with both participants in the media room. */
async function inRoom() {
  const { id, number, csr } = await media.api.startSession();
  const customer = await media.api.customer(number);
  const csrPeer = await media.enter(csr, id);
  const ticket = await ticketFor(customer, id);
  const customerPeer = await media.enterWith(ticket);
  const csrId = (await media.api.prisma.participant.findFirst({ where: { sessionId: id, role: 'PRIMARY_CSR' } }))!.id;
  await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(true);
  return { id, number, csr, customer, csrPeer, customerPeer, csrId, ticket };
}

describe('media rooms', () => {
  it('are created by the API only: a valid token for another name opens none', async () => {
    const token = await media.world.livekit.createToken(
      'a-room-of-my-own',
      'me',
      { ticketId: 't', windowId: 'w' },
      { sources: ['microphone'], canSubscribe: true, canPublishData: true, lifeSeconds: 600 },
    );
    await expect(slipIn({ url: '', token })).rejects.toThrow();
    expect(await media.world.livekit.guests('a-room-of-my-own')).toEqual([]);
  });

  it('let both participants hear and see each other', async () => {
    const { customer, csrPeer, customerPeer, csrId } = await inRoom();
    expect(customerPeer.isBesides(csrId)).toBe(true);
    expect(csrPeer.isBesides(customer.participantId)).toBe(true);
  });
});

/** Joins as this seat and tries to publish something. @returns whether the media server accepted it */
async function canShow(user: ApiUser & { participantId: string }, id: string, what: 'camera' | 'screen') {
  const peer = await media.enter(user, id);
  const before = media.world.server.refusalsOf(user.participantId);
  const shown = peer.show(what).then(() => true);
  shown.catch(() => undefined); // the client gives up after ten more seconds
  const refused = expect.poll(() => media.world.server.refusalsOf(user.participantId), SOON).toBeGreaterThan(before);
  return Promise.race([shown, refused.then(() => false)]);
}
/** Joins with the right to publish something, and publishes it. */
async function show(user: ApiUser, id: string, what: 'camera' | 'screen'): Promise<MediaPeer> {
  const peer = await media.enter(user, id);
  await expect.poll(() => peer.may(), SOON).toContain(what);
  await peer.show(what);
  return peer;
}

describe('a used media ticket', () => {
  it('admits nobody else, and disturbs nobody', async () => {
    const { customer, customerPeer, ticket } = await inRoom();
    const seat = () => media.api.prisma.mediaSeat.findUnique({ where: { participantId: customer.participantId } });
    await expect.poll(seat, SOON).toMatchObject({ isTicketSpent: true });
    await expect(media.enterWith(ticket)).rejects.toThrow();
    expect(customerPeer.out).toBeNull();
  });
});

describe('published media', () => {
  it('include no camera before its owner turns it on, and none after it is off', async () => {
    const { id, customer, csrPeer } = await inRoom();
    const seen = () => csrPeer.sees(customer.participantId);
    expect(await canShow(customer, id, 'camera')).toBe(false);
    await customer.ask(CAMERA, { id, on: true });
    const peer = await show(customer, id, 'camera');
    expect(peer.may()).toEqual(['camera']);
    await expect.poll(seen, SOON).toEqual(['camera']);
    await customer.ask(CAMERA, { id, on: false });
    await expect.poll(seen, PROMPTLY).toEqual([]);
  });

  it.each([
    ['stops it', STOP],
    ['withdraws the consent', REVOKE],
  ])(
    'include a screen while a share is live, and not after somebody %s',
    { timeout: within(40_000) },
    async (_who, ending) => {
      const { id, csr, customer, csrPeer } = await inRoom();
      const seen = () => csrPeer.sees(customer.participantId);
      const share = (await csr.ask(ASK, { s: id })).askShare;
      expect(await canShow(customer, id, 'screen')).toBe(false); // a request is not a consent
      const { grant } = (await customer.ask(ANSWER, { id: share.id, d: 'SESSION' })).answerShare;
      expect(await canShow(customer, id, 'screen')).toBe(false); // a consent alone gives no right to publish
      await customer.ask(START, { id: share.id });
      const peer = await show(customer, id, 'screen');
      await expect.poll(seen, SOON).toEqual(['screen']);
      await customer.ask(ending, { id: ending === STOP ? share.id : grant.id });
      await expect.poll(seen, PROMPTLY).toEqual([]);
      await expect.poll(() => peer.may(), SOON).toEqual([]);
      expect(await canShow(customer, id, 'screen')).toBe(false);
    },
  );
});

describe('the end', () => {
  it('of a session disconnects everybody immediately, removes screens, and no token opens its room again', async () => {
    const { id, csr, customer, csrPeer, ticket } = await inRoom();
    const room = await roomOf(id);
    const share = (await csr.ask(ASK, { s: id })).askShare;
    await customer.ask(ANSWER, { id: share.id, d: 'SESSION' });
    await customer.ask(START, { id: share.id });
    const customerPeer = await show(customer, id, 'screen');
    await expect.poll(() => csrPeer.sees(customer.participantId), SOON).toEqual(['screen']);
    await csr.ask(END, { id });
    await expect.poll(() => [csrPeer.out, customerPeer.out], PROMPTLY).not.toContain(null);
    expect(await media.world.livekit.guests(room)).toEqual([]);
    await expect(slipIn(ticket)).rejects.toThrow();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('SESSION_ENDED');
  });

  it('of a seat disconnects its participant, who cannot reconnect directly to the media server', async () => {
    const { id, number, csr, customer, csrPeer, customerPeer, ticket } = await inRoom();
    const newcomer = await media.api.customer(number);
    await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', { p: newcomer.participantId });
    await expect.poll(() => customerPeer.out, PROMPTLY).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    const intruder = await slipIn(ticket);
    await expect.poll(() => intruder.out, PROMPTLY).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(false);
    expect(await media.world.livekit.guests(await roomOf(id))).toHaveLength(1);
  });
});

describe('two windows of a seat', () => {
  it('have media one at a time: the second may take them over, and the first is disconnected', async () => {
    const { id, csr, csrPeer } = await inRoom();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: OTHER_WINDOW } })).toBe('MEDIA_HELD_ELSEWHERE');
    const second = await media.enterWith(await ticketFor(csr, id, OTHER_WINDOW, true));
    await expect.poll(() => csrPeer.out, PROMPTLY).toBe(DisconnectReason.DUPLICATE_IDENTITY);
    expect(second.out).toBeNull();
  });

  it('cannot be taken back with an earlier ticket, directly at the media server', async () => {
    const { id, customer, csrPeer, ticket } = await inRoom();
    await media.enterWith(await ticketFor(customer, id, OTHER_WINDOW, true));
    const old = await slipIn(ticket);
    await expect.poll(() => old.out, PROMPTLY).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(false);
    const back = await media.enterWith(await ticketFor(customer, id, OTHER_WINDOW));
    await expect.poll(() => csrPeer.isBesides(customer.participantId), SOON).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500)); // by then the media server's webhook has been processed
    expect(back.out).toBeNull();
  });
});

describe('a media server that was unreachable', () => {
  it('gets the room again when a participant asks for a ticket', async () => {
    const { id, csr, customer, csrPeer, customerPeer } = await inRoom();
    await csrPeer.leave();
    await customerPeer.leave();
    await media.world.server.restart();
    const room = await roomOf(id);
    expect(await media.world.livekit.guests(room)).toEqual([]);
    const again = await media.enter(csr, id);
    await media.enter(customer, id);
    await expect.poll(() => again.isBesides(customer.participantId), SOON).toBe(true);
    expect(await roomOf(id)).toBe(room);
  });

  it('is reported to the participant, and stops nothing else', async () => {
    const { id, csr } = await media.api.startSession();
    await media.world.server.stop();
    expect(await csr.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('MEDIA_UNAVAILABLE');
    expect(await csr.refusal(CAMERA, { id, on: true })).toBeNull();
    expect(await csr.refusal(END, { id })).toBeNull();
    await media.world.server.restart();
    await media.api.platform.relay.drain();
  });
});
