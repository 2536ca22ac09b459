import { dispose, DisconnectReason } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createLivekit, type Livekit } from '../src/features/media/livekit.js';
import type { ApiUser } from './api-user.js';
import { startLivekitServer, type LivekitServer } from './livekit-server.js';
import { MediaPeer } from './media-peer.js';
import { startTestApi, type TestApi } from './test-api.js';

const JOIN = 'mutation($i: JoinMediaInput!) { joinMedia(input: $i) { url token } }';
const CAMERA = 'mutation($id: ID!, $on: Boolean!) { setCamera(sessionId: $id, isOn: $on) { isCameraOn } }';
const ASK =
  'mutation($s: ID!) { askShare(input: { sessionId: $s, action: REQUEST_VIEW, target: DESKTOP }) { id grant { id } } }';
const ANSWER =
  'mutation($id: ID!, $d: GrantDuration!) { answerShare(input: { shareId: $id, answer: ALLOW, duration: $d }) { grant { id } } }';
const START = 'mutation($id: ID!) { startShare(shareId: $id, surface: MONITOR) { id } }';
const STOP = 'mutation($id: ID!) { stopShare(shareId: $id) { id } }';
const REVOKE = 'mutation($id: ID!) { revokeGrant(grantId: $id) { id } }';
const END = 'mutation($id: ID!) { endSession(sessionId: $id) { id } }';
const WINDOW = 'the-first-window';
const OTHER_WINDOW = 'another-window';
/** A client of the media server takes a second or two to tell of a newcomer. */
const SOON = { timeout: 10_000 };
/** Everybody is out, and every picture gone, this long after the word. */
const AT_ONCE = { timeout: 2000, interval: 20 };

interface Ticket {
  url: string;
  token: string;
}
let server: LivekitServer;
let api: TestApi;
/** The media server as its owner sees it. */
let livekit: Livekit;
beforeAll(async () => {
  server = await startLivekitServer();
  api = await startTestApi(server.env);
  livekit = createLivekit(api.platform.config.livekit!);
});
afterAll(async () => {
  await api.stop();
  await server.stop();
  await dispose();
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

async function ticketFor(user: ApiUser, sessionId: string, windowId = WINDOW, isTakeOver = false): Promise<Ticket> {
  return (await user.ask(JOIN, { i: { sessionId, windowId, isTakeOver } })).joinMedia;
}
const roomOf = async (sessionId: string) => (await api.prisma.mediaRoom.findUnique({ where: { sessionId } }))!.room;

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

/** Knocks at a door. @returns 101 when it opens, else the status of the refusal */
function knock(address: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { headers });
    socket.once('open', () => {
      resolve(101);
      socket.close();
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode!);
      socket.terminate();
    });
    socket.once('error', reject);
  });
}
const at = ({ url, token }: Ticket, door = '/rtc') => `${url}${door}?access_token=${token}&protocol=16`;

describe('a ticket to the media', () => {
  it('lets in once: a moment later it is worth nothing', async () => {
    const { id, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    expect(await knock(at(ticket))).toBe(101);
    expect(await knock(at(ticket))).toBe(101); // the first knock may have been cut off
    api.clock.turn(11_000);
    expect(await knock(at(ticket))).toBe(403);
  });

  it('is worth nothing once there is a newer one for the seat', async () => {
    const { id, csr } = await api.startSession();
    const old = await ticketFor(csr, id);
    const fresh = await ticketFor(csr, id);
    expect(await knock(at(old))).toBe(403);
    expect(await knock(at(fresh))).toBe(101);
  });

  it('is worth nothing after its time', async () => {
    const { id, csr } = await api.startSession();
    const { ticketId, windowId, room } = (await livekit.readToken((await ticketFor(csr, id)).token))!;
    const { participantId } = (await api.prisma.mediaSeat.findFirst({ where: { sessionId: id } }))!;
    const late = await livekit.createToken(room, participantId, { ticketId, windowId }, -60);
    expect(await knock(at({ url: `${api.origin.replace('http', 'ws')}/livekit`, token: late }))).toBe(403);
  });

  it('is worth nothing when the seat was left, given to somebody else, or the session has ended', async () => {
    const left = await api.startSession();
    const leaver = await api.customer(left.number);
    const ofLeaver = await ticketFor(leaver, left.id);
    await leaver.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id: left.id });
    expect(await knock(at(ofLeaver))).toBe(403);

    const replaced = await api.startSession();
    const first = await api.customer(replaced.number);
    const second = await api.customer(replaced.number);
    const ofFirst = await ticketFor(first, replaced.id);
    await replaced.csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', {
      p: second.participantId,
    });
    expect(await knock(at(ofFirst))).toBe(403);
    expect(await first.refusal(JOIN, { i: { sessionId: replaced.id, windowId: WINDOW } })).toBe('SEAT_CLOSED');

    const ended = await api.startSession();
    const ofEnded = await ticketFor(ended.csr, ended.id);
    await ended.csr.ask(END, { id: ended.id });
    expect(await knock(at(ofEnded))).toBe(403);
  });

  it('must be signed by us, and is not given to who waits at the door', async () => {
    const { id, number, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    const shown = (await livekit.readToken(ticket.token))!;
    const forger = createLivekit({
      ...api.platform.config.livekit!,
      apiSecret: 'a secret of somebody else, long enough',
    });
    const forged = await forger.createToken(shown.room, shown.identity, shown, 600);
    expect(await knock(at({ ...ticket, token: forged }))).toBe(403);
    expect(await knock(at({ ...ticket, token: '' }))).toBe(403);
    expect(await knock(at({ ...ticket, token: ticket.token.slice(0, -2) }))).toBe(403);
    await api.customer(number);
    const waiting = await api.customer(number);
    expect(await waiting.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('FORBIDDEN');
  });

  it('of another session opens no room but its own', async () => {
    const [here, elsewhere] = [await api.startSession(), await api.startSession()];
    await ticketFor(here.csr, here.id);
    const shown = (await livekit.readToken((await ticketFor(elsewhere.csr, elsewhere.id)).token))!;
    const crossed = await livekit.createToken(await roomOf(here.id), shown.identity, shown, 600);
    expect(await knock(at({ url: `${api.origin.replace('http', 'ws')}/livekit`, token: crossed }))).toBe(403);
  });

  it('counts from our own pages only, and for no other door of the media server', async () => {
    const { id, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    expect(await knock(at(ticket), { origin: 'https://evil.example' })).toBe(403);
    for (const door of ['/agent', '/twirp/livekit.RoomService/ListRooms', '/rtc/../agent', '/'])
      expect(await knock(at(ticket, door)), door).toBe(403);
    expect(await knock(at(ticket), { origin: api.origin })).toBe(101);
  });

  it('is the only token that reaches the media server, in whatever place another one is shown', async () => {
    const { id, csr } = await api.startSession();
    const old = await ticketFor(csr, id);
    const good = await ticketFor(csr, id);
    expect(await knock(at(good), { authorization: `Bearer ${old.token}` })).toBe(403);
    expect(await knock(`${at(old)}&access_token=${good.token}`)).toBe(403);
    expect(await knock(at(old), { authorization: `Bearer ${good.token}` })).toBe(101);
  });
});

describe('rooms', () => {
  it('are made by the API alone: a token of ours for any other name opens none', async () => {
    const token = await livekit.createToken('a-room-of-my-own', 'me', { ticketId: 't', windowId: 'w' }, 600);
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
  ])('holds a screen while a share is live, and not once somebody %s', { timeout: 40_000 }, async (_who, ending) => {
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
  });
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
