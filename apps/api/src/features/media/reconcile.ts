import type { Livekit } from './livekit.js';
import type { Platform } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { ChangeMedia } from './change-media.js';
import type { MediaRepo, MediaRoomRow } from './media.repo.js';

interface Deps extends Platform {
  repo: MediaRepo;
  participants: Participants;
  change: ChangeMedia;
  livekit: Livekit;
}

/** Holds who is at the media server against the rows: whoever the rows don't know is put out. */
export function createReconcile({ repo, participants, change, livekit }: Deps) {
  async function checkIn(room: MediaRoomRow, identity: string): Promise<void> {
    const participant = await participants.find(identity);
    const seat = await repo.findSeat(identity);
    const isGuest =
      participant?.sessionId === room.sessionId && participant.state === 'SEATED' && seat && !seat.closedAt;
    if (room.closedAt || !isGuest) await livekit.removeParticipant(room.room, identity);
    else await change.syncRights(identity);
  }

  return {
    /** The media server says that somebody came in, or shows something. */
    async arrived(roomName: string, identity: string, ticketId: string | null): Promise<void> {
      if (ticketId) await repo.spendTicket(identity, ticketId);
      const room = await repo.findRoomByName(roomName);
      if (room) await checkIn(room, identity);
      else await livekit.deleteRoom(roomName);
    },
    /** After a start: what happened meanwhile was told to nobody. */
    async all(): Promise<void> {
      for (const room of await repo.listOpenRooms())
        for (const identity of await livekit.identities(room.room)) await checkIn(room, identity);
    },
    async closeRoom(sessionId: string): Promise<void> {
      const room = await repo.findRoom(sessionId);
      if (room) await livekit.deleteRoom(room.room);
    },
    async putOut(participantId: string): Promise<void> {
      const seat = await repo.findSeat(participantId);
      const room = seat && (await repo.findRoom(seat.sessionId));
      if (room) await livekit.removeParticipant(room.room, participantId);
    },
  };
}
export type Reconcile = ReturnType<typeof createReconcile>;
