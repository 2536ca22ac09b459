import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createLivekit } from '../src/features/tools/media/livekit.js';
import { within } from '../../../tools/test/patience.mjs';
import { END, JOIN, startMediaWorld, WINDOW, type MediaWorld, type Ticket } from './media-world.js';

let world: MediaWorld;
let api: MediaWorld['api'];
let livekit: MediaWorld['livekit'];
let ticketFor: MediaWorld['ticketFor'];
let roomOf: MediaWorld['roomOf'];
beforeAll(async () => {
  world = await startMediaWorld();
  ({ api, livekit, ticketFor, roomOf } = world);
});
afterAll(() => world.stop());

/** Connects to an address. @returns 101 when it is accepted, otherwise the status of the refusal */
function connectTo(address: string, headers: Record<string, string> = {}): Promise<number> {
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
const at = ({ url, token }: Ticket, path = '/rtc') => `${url}${path}?access_token=${token}&protocol=16`;

describe('a media ticket', () => {
  it('admits once: afterwards it is invalid', async () => {
    const { id, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    expect(await connectTo(at(ticket))).toBe(101);
    expect(await connectTo(at(ticket))).toBe(101); // the first attempt may have been interrupted
    api.clock.turn(11_000);
    expect(await connectTo(at(ticket))).toBe(403);
  });

  it('is invalid once there is a newer one for the seat', async () => {
    const { id, csr } = await api.startSession();
    const old = await ticketFor(csr, id);
    const fresh = await ticketFor(csr, id);
    expect(await connectTo(at(old))).toBe(403);
    expect(await connectTo(at(fresh))).toBe(101);
  });

  it('expires', async () => {
    const { id, csr } = await api.startSession();
    const { ticketId, windowId, room } = (await livekit.readToken((await ticketFor(csr, id)).token))!;
    const { participantId } = (await api.prisma.mediaSeat.findFirst({ where: { sessionId: id } }))!;
    const late = await livekit.createToken(
      room,
      participantId,
      { ticketId, windowId },
      { sources: ['microphone'], canSubscribe: true, canPublishData: true, lifeSeconds: -60 },
    );
    expect(await connectTo(at({ url: `${api.origin.replace('http', 'ws')}/livekit`, token: late }))).toBe(403);
  });

  it('is invalid when the customer has left or was replaced, or the session has ended', async () => {
    const left = await api.startSession();
    const leaver = await api.customer(left.number);
    const ofLeaver = await ticketFor(leaver, left.id);
    await leaver.ask('mutation($id: ID!) { leaveSession(sessionId: $id) }', { id: left.id });
    expect(await connectTo(at(ofLeaver))).toBe(403);

    const replaced = await api.startSession();
    const first = await api.customer(replaced.number);
    const second = await api.customer(replaced.number);
    const ofFirst = await ticketFor(first, replaced.id);
    await replaced.csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p) { id } }', {
      p: second.participantId,
    });
    expect(await connectTo(at(ofFirst))).toBe(403);
    expect(await first.refusal(JOIN, { i: { sessionId: replaced.id, windowId: WINDOW } })).toBe('SEAT_CLOSED');

    const ended = await api.startSession();
    const ofEnded = await ticketFor(ended.csr, ended.id);
    await ended.csr.ask(END, { id: ended.id });
    expect(await connectTo(at(ofEnded))).toBe(403);
  });

  it('must be signed by the server, and is not issued to a customer in the waiting room', async () => {
    const { id, number, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    const shown = (await livekit.readToken(ticket.token))!;
    const forger = createLivekit({
      ...api.platform.config.livekit!,
      apiSecret: 'a secret of somebody else, long enough',
    });
    const forged = await forger.createToken(shown.room, shown.identity, shown, {
      sources: ['microphone'],
      canSubscribe: true,
      canPublishData: true,
      lifeSeconds: 600,
    });
    expect(await connectTo(at({ ...ticket, token: forged }))).toBe(403);
    expect(await connectTo(at({ ...ticket, token: '' }))).toBe(403);
    expect(await connectTo(at({ ...ticket, token: ticket.token.slice(0, -2) }))).toBe(403);
    await api.customer(number);
    const waiting = await api.customer(number);
    expect(await waiting.refusal(JOIN, { i: { sessionId: id, windowId: WINDOW } })).toBe('FORBIDDEN');
  });

  it('of another session opens only its own room', async () => {
    const [here, elsewhere] = [await api.startSession(), await api.startSession()];
    await ticketFor(here.csr, here.id);
    const shown = (await livekit.readToken((await ticketFor(elsewhere.csr, elsewhere.id)).token))!;
    const crossed = await livekit.createToken(await roomOf(here.id), shown.identity, shown, {
      sources: ['microphone'],
      canSubscribe: true,
      canPublishData: true,
      lifeSeconds: 600,
    });
    expect(await connectTo(at({ url: `${api.origin.replace('http', 'ws')}/livekit`, token: crossed }))).toBe(403);
  });

  it('is for one person: other parameters in the address admit nobody else', async () => {
    const { id, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    const { participantId } = (await api.prisma.mediaSeat.findFirst({ where: { sessionId: id } }))!;
    const more = '&publish=ghost&attributes=e30%3D&room=other&access_token=x&identity=ghost&join_request=';
    const socket = new WebSocket(at(ticket) + more);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    const inRoom = async () => (await livekit.guests(await roomOf(id))).map(({ identity }) => identity);
    await expect.poll(inRoom, { timeout: within(5000) }).toEqual([participantId]);
    socket.close();
  });

  it('of staff is invalid outside the networks of the staff', async () => {
    const { id, number, csr } = await api.startSession();
    const customer = await api.customer(number);
    const [ofCsr, ofCustomer] = [await ticketFor(csr, id), await ticketFor(customer, id)];
    await world.api.setting('staffNetworks', ['127.0.0.1']);
    const outside = { 'x-forwarded-for': '198.51.100.1:4000' };
    expect(await connectTo(at(ofCsr), outside)).toBe(403);
    expect(await connectTo(at(ofCustomer), outside)).toBe(101);
    expect(await connectTo(at(ofCsr))).toBe(101);
    await world.api.setting('staffNetworks', []);
  });

  it('is accepted from our own pages only, and for no other endpoint of the media server', async () => {
    const { id, csr } = await api.startSession();
    const ticket = await ticketFor(csr, id);
    expect(await connectTo(at(ticket), { origin: 'https://evil.example' })).toBe(403);
    for (const path of ['/agent', '/twirp/livekit.RoomService/ListRooms', '/rtc/../agent', '/'])
      expect(await connectTo(at(ticket, path)), path).toBe(403);
    expect(await connectTo(at(ticket), { origin: api.origin })).toBe(101);
  });

  it('is the only token that reaches the media server, wherever another one is sent', async () => {
    const { id, csr } = await api.startSession();
    const old = await ticketFor(csr, id);
    const good = await ticketFor(csr, id);
    expect(await connectTo(at(good), { authorization: `Bearer ${old.token}` })).toBe(403);
    expect(await connectTo(`${at(old)}&access_token=${good.token}`)).toBe(403);
    expect(await connectTo(at(old), { authorization: `Bearer ${good.token}` })).toBe(101);
  });
});

describe('a webhook of the media server', () => {
  it('is accepted only when it is signed', async () => {
    const { id, csr } = await api.startSession();
    await ticketFor(csr, id);
    const report = (headers: Record<string, string>, body: string) =>
      fetch(`http://127.0.0.1:${world.server.env.HOOK_PORT}/livekit/webhook`, { method: 'POST', headers, body });
    const body = JSON.stringify({ event: 'participant_joined', room: { name: 'x' }, participant: { identity: 'y' } });
    expect((await report({}, body)).status).toBe(400);
    const { token } = await ticketFor(csr, id); // signed by us, for another purpose
    expect((await report({ authorization: token }, body)).status).toBe(400);
    expect((await report({ authorization: token }, 'nonsense')).status).toBe(400);
    await expect(report({}, 'x'.repeat(1024 * 1024)).then(({ status }) => status)).rejects.toThrow();
  });
});
