import { LIMITS } from '@tandem/domain';
import { newToken } from '../../../../platform/crypto/index.js';
import type { Livekit } from '../livekit.js';
import { Failure, type Context } from '../../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../../platform/index.js';
import type { SessionRow, Sessions } from '../../../session/sessions/index.js';
import type { HoldRepo } from '../hold/hold.repo.js';
import { isHeldElsewhere, rightsOf } from './media.policy.js';
import type { MediaRepo, MediaRoomRow } from './media.repo.js';
import type { JoinMediaInput, MediaTicketType } from './media.types.js';

interface Deps extends Uses<'db' | 'clock'> {
  repo: MediaRepo;
  holds: HoldRepo;
  sessions: Sessions;
  livekit: Livekit | null;
}

/**
 * Issues a ticket to the session's room for a window of a seat; creates the room again if the media server has lost it.
 */
export function createJoinMedia({ db, clock, repo, holds, sessions, livekit }: Deps) {
  async function roomOf(tx: Tx, { id, siteId }: SessionRow): Promise<MediaRoomRow> {
    const known = await repo.findRoom(id, tx);
    if (known) return known;
    const row = { sessionId: id, siteId, room: newToken(), closedAt: null };
    await repo.createRoom(tx, row);
    return row;
  }

  return async function joinMedia(
    { viewer, pageOrigin }: Context,
    { sessionId, windowId, isTakeOver }: JoinMediaInput,
  ): Promise<MediaTicketType> {
    const { room, seat } = await db.transaction(async (tx) => {
      const attendance = await sessions.access.toAct(tx, viewer, sessionId, 'joinMedia');
      return { room: (await roomOf(tx, attendance.session)).room, seat: attendance.seat };
    });
    if (!livekit) throw new Failure('MEDIA_UNAVAILABLE');
    await livekit.ensureRoom(room);
    const { participantId } = seat;
    const held = await repo.findSeat(participantId);
    const isInRoom = held !== null && (await livekit.guests(room)).some(({ identity }) => identity === participantId);
    if (!isTakeOver && isHeldElsewhere(held, windowId, isInRoom)) throw new Failure('MEDIA_HELD_ELSEWHERE');

    const ticketId = newToken();
    const rights = await db.transaction(async (tx) => {
      // the seat may have been closed, or its role changed, while the room was created
      const now = await sessions.access.toAct(tx, viewer, sessionId, 'joinMedia');
      await repo.hold(tx, { participantId, sessionId, windowId, ticketId, heldAt: clock.now() });
      return rightsOf(now.seat, held, (await holds.findOpen(sessionId, tx)) !== null);
    });
    const lifeSeconds = LIMITS.mediaTokenLife / 1000;
    const token = await livekit.createToken(room, participantId, { ticketId, windowId }, { ...rights, lifeSeconds });
    return { url: `${pageOrigin.replace(/^http/, 'ws')}/livekit`, token };
  };
}
export type JoinMedia = ReturnType<typeof createJoinMedia>;
