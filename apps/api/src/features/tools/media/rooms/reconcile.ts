import { mayAct } from '@tandem/domain';
import type { Guest, Livekit } from '../livekit.js';
import type { Participants } from '../../../session/participants/index.js';
import type { GuardStaffRoom } from '../staff-room/guard-staff-room.js';
import type { HoldRepo } from '../hold/hold.repo.js';
import { rightsOf } from './media.policy.js';
import { createWithholdCameras } from './withhold-cameras.js';
import type { MediaRepo, MediaRoomRow } from './media.repo.js';
import type { ScreenPort } from '../screen-port.js';

interface Deps {
  repo: MediaRepo;
  participants: Participants;
  holds: HoldRepo;
  livekit: Livekit;
  staffRoom: GuardStaffRoom;
  screens: () => ScreenPort;
}

/** Compares the participants at the media server with the rows, and removes unknown ones. */
export function createReconcile({ repo, participants, holds, livekit, staffRoom, screens }: Deps) {
  const withholdCameras = createWithholdCameras({ repo, participants, livekit });
  async function checkIn(room: MediaRoomRow, { identity, ticketId, isShowingScreen }: Guest): Promise<void> {
    const participant = await participants.find(identity);
    const seat = await repo.findSeat(identity);
    const isHere = participant?.sessionId === room.sessionId && participant.state === 'SEATED';
    const isSeated = isHere && mayAct(participant, 'joinMedia');
    const isGuest = isSeated && seat && !seat.closedAt && seat.ticketId === ticketId;
    if (room.closedAt || !isGuest) return livekit.removeParticipant(room.room, identity);
    const isOnHold = (await holds.findOpen(room.sessionId)) !== null;
    await livekit.setRights(room.room, identity, rightsOf(participant, seat, isOnHold));
    if (isShowingScreen) await screens().screenArrived(identity);
  }
  async function checkOne(room: MediaRoomRow, participantId: string): Promise<void> {
    const guests = await livekit.guests(room.room);
    const guest = guests.find(({ identity }) => identity === participantId);
    if (guest) await checkIn(room, guest);
    await withholdCameras(room, guests);
  }
  async function checkAll(room: MediaRoomRow): Promise<void> {
    const guests = await livekit.guests(room.room);
    for (const guest of guests) await checkIn(room, guest);
    await withholdCameras(room, guests);
  }

  return {
    /**
     * Handles a webhook: somebody joined, or publishes something. Webhooks may be late, and another window may have
     * taken over: so the current participants are queried.
     */
    async arrived(roomName: string, identity: string, ticketId: string | null): Promise<void> {
      if (await staffRoom.arrived(roomName, identity, ticketId)) return;
      if (ticketId) await repo.spendTicket(identity, ticketId);
      const room = await repo.findRoomByName(roomName);
      if (!room) return livekit.deleteRoom(roomName);
      await checkOne(room, identity);
    },
    /** After a start: webhooks may have been missed meanwhile. */
    async all(): Promise<void> {
      await staffRoom.all();
      for (const room of await repo.listOpenRooms()) await checkAll(room);
    },
    async closeRoom(sessionId: string): Promise<void> {
      await staffRoom.closeRoom(sessionId);
      const room = await repo.findRoom(sessionId);
      if (room) await livekit.deleteRoom(room.room);
    },
    /**
     * Updates a participant whose rights or role have changed, or removes them from the room. Absent ones get their
     * rights at the next join.
     * @throws when the media server is unreachable
     */
    async lookAt(participantId: string): Promise<void> {
      await staffRoom.lookAt(participantId);
      const seat = await repo.findSeat(participantId);
      const room = seat && (await repo.findRoom(seat.sessionId));
      if (room) await checkOne(room, participantId);
    },
    /** Updates everybody in a session's room. Throws when the media server is unreachable, so that it is repeated. */
    async reconcileAll(sessionId: string): Promise<void> {
      const room = await repo.findRoom(sessionId);
      if (room && !room.closedAt) await checkAll(room);
    },
    async putOut(participantId: string): Promise<void> {
      await staffRoom.lookAt(participantId);
      const seat = await repo.findSeat(participantId);
      const room = seat && (await repo.findRoom(seat.sessionId));
      if (room) await livekit.removeParticipant(room.room, participantId);
    },
  };
}
export type Reconcile = ReturnType<typeof createReconcile>;
