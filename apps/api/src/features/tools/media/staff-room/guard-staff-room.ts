import { mayAct } from '@tandem/domain';
import type { Uses } from '../../../../platform/index.js';
import type { Participants } from '../../../session/participants/index.js';
import type { Guest, Livekit, Ticket } from '../livekit.js';
import { isTicketGood } from '../rooms/media.policy.js';
import type { MediaRoomRow } from '../rooms/media.repo.js';
import type { StaffRoomRepo } from './staff-room.repo.js';

interface Deps extends Uses<'clock'> {
  staff: StaffRoomRepo;
  participants: Participants;
  livekit: Livekit;
}

/** Access control of the staff room: only CSRs who are seated in the session, each with the newest ticket. */
export function createGuardStaffRoom({ clock, staff, participants, livekit }: Deps) {
  async function mayBeIn(room: MediaRoomRow, participantId: string): Promise<boolean> {
    const person = await participants.find(participantId);
    const isHere = person?.sessionId === room.sessionId && person.state === 'SEATED';
    return room.closedAt === null && isHere && mayAct(person, 'joinStaffRoom');
  }
  async function checkIn(room: MediaRoomRow, { identity, ticketId }: Guest): Promise<void> {
    const seat = await staff.findSeat(identity);
    const isGuest = seat && !seat.closedAt && seat.ticketId === ticketId && (await mayBeIn(room, identity));
    if (!isGuest) await livekit.removeParticipant(room.room, identity);
  }
  async function checkAll(room: MediaRoomRow): Promise<void> {
    for (const guest of await livekit.guests(room.room)) await checkIn(room, guest);
  }

  return {
    /** Checks a token at the proxy. @returns whether it is accepted */
    async mayEnter(shown: Ticket & { room: string; identity: string }): Promise<boolean> {
      const room = await staff.findRoomByName(shown.room);
      if (!room || !(await mayBeIn(room, shown.identity))) return false;
      if (!isTicketGood(await staff.findSeat(shown.identity), shown, clock.now())) return false;
      await staff.useTicket(shown.identity, shown.ticketId, clock.now());
      return true;
    },
    /** @returns false when it is no staff room */
    async arrived(roomName: string, identity: string, ticketId: string | null): Promise<boolean> {
      const room = await staff.findRoomByName(roomName);
      if (!room) return false;
      if (ticketId) await staff.spendTicket(identity, ticketId);
      const guest = (await livekit.guests(roomName)).find((each) => each.identity === identity);
      if (guest) await checkIn(room, guest);
      return true;
    },
    async all(): Promise<void> {
      for (const room of await staff.listOpenRooms()) await checkAll(room);
    },
    /** A seat was closed, or its role changed. */
    async lookAt(participantId: string): Promise<void> {
      const seat = await staff.findSeat(participantId);
      const room = seat && (await staff.findRoom(seat.sessionId));
      if (room) await checkAll(room);
    },
    async closeRoom(sessionId: string): Promise<void> {
      const room = await staff.findRoom(sessionId);
      if (room) await livekit.deleteRoom(room.room);
    },
  };
}
export type GuardStaffRoom = ReturnType<typeof createGuardStaffRoom>;
