import { setTimeout as sleep } from 'node:timers/promises';
import { DisconnectReason } from '@livekit/rtc-node';
import { describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { fullSession } from './session-world.js';
import { useMediaWorld } from './media-frame.js';
import type { Ticket } from './media-world.js';
import { within } from '../../../tools/test/patience.mjs';

const JOIN = 'mutation($i: JoinStaffRoomInput!) { joinStaffRoom(input: $i) { url token } }';
const SOON = { timeout: within(15_000) };

const media = useMediaWorld();
const input = (sessionId: string) => ({ i: { sessionId, windowId: 'window-1234' } });
const staffTicket = async (user: ApiUser, id: string): Promise<Ticket> =>
  (await user.ask(JOIN, input(id))).joinStaffRoom;
const roomOf = async (sessionId: string) =>
  (await media.api.prisma.staffRoom.findUnique({ where: { sessionId } }))!.room;
const seatOf = async (user: ApiUser, id: string): Promise<string> =>
  (await user.ask('query($id: ID!) { session(id: $id) { mySeat { id } } }', { id })).session.mySeat.id;

describe('the staff room', () => {
  it('transmits the CSRs’ voices, also on hold, and nothing to the customer', { timeout: within(60_000) }, async () => {
    const { id, csr, customer, assistant } = await fullSession(media.api, ['VIEW']);
    const customerPeer = await media.enter(customer, id);
    await csr.ask('mutation($i: HoldCustomerInput!) { holdCustomer(input: $i) { id } }', { i: { sessionId: id } });
    const [one, two] = [
      await media.enterWith(await staffTicket(csr, id)),
      await media.enterWith(await staffTicket(assistant, id)),
    ];
    await one.speak();
    await two.speak();
    const [oneId, twoId] = [await seatOf(csr, id), await seatOf(assistant, id)];
    await expect.poll(() => two.gotFrom(oneId).sounds, SOON).toBeGreaterThan(10);
    await expect.poll(() => one.gotFrom(twoId).sounds, SOON).toBeGreaterThan(10);
    expect([oneId, twoId].map((each) => customerPeer.gotFrom(each).sounds)).toEqual([0, 0]);
    const guests = await media.world.livekit.guests(await roomOf(id));
    expect(guests.map(({ identity }) => identity).sort()).toEqual([oneId, twoId].sort());
    expect(await roomOf(id)).not.toBe(await media.world.roomOf(id));
  });

  it(
    'is closed to customers and outside experts: they get no ticket, and no other ticket is accepted',
    { timeout: within(60_000) },
    async () => {
      const { id, csr, customer, guest, second } = await fullSession(media.api, ['VIEW', 'CHAT_CUSTOMER']);
      for (const user of [customer, second, guest]) expect(await user.refusal(JOIN, input(id))).toBe('FORBIDDEN');
      const csrTicket = await staffTicket(csr, id);
      const room = await roomOf(id);
      // a token as the API would create it for the customer
      const terms = { sources: ['microphone' as const], canSubscribe: true, canPublishData: true, lifeSeconds: 600 };
      const forged = await media.world.livekit.createToken(
        room,
        customer.participantId,
        { ticketId: 't', windowId: 'w' },
        terms,
      );
      await expect(media.enterWith({ url: csrTicket.url, token: forged })).rejects.toThrow();
      // directly at the media server, without our proxy: disconnected immediately
      const slipped = await media.enterWith({ url: media.world.server.address, token: forged });
      await expect.poll(() => slipped.out, SOON).toBe(DisconnectReason.PARTICIPANT_REMOVED);
    },
  );

  it(
    'has one valid ticket at a time, disconnects a CSR who loses access, and ends with the session',
    { timeout: within(60_000) },
    async () => {
      const { id, csr, assistant } = await fullSession(media.api, ['VIEW']);
      const used = await staffTicket(assistant, id);
      const assistantPeer = await media.enterWith(used);
      const csrPeer = await media.enterWith(await staffTicket(csr, id));
      await expect.poll(async () => (await media.world.livekit.guests(await roomOf(id))).length, SOON).toBe(2);
      await sleep(500); // by then the media server's webhook has been processed
      await expect(media.enterWith(used)).rejects.toThrow();
      await csr.ask('mutation($p: ID!) { removeParticipant(participantId: $p) { id } }', {
        p: await seatOf(assistant, id),
      });
      await expect.poll(() => assistantPeer.out, SOON).not.toBeNull();
      expect(csrPeer.out).toBeNull();
      await csr.ask('mutation($id: ID!) { endSession(sessionId: $id) { id } }', { id });
      await expect.poll(() => csrPeer.out, SOON).not.toBeNull();
      expect(await media.world.livekit.guests(await roomOf(id))).toEqual([]);
    },
  );
});
