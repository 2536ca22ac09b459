import { LIMITS } from '@tandem/domain';
import { newToken } from '../../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../../platform/graphql/index.js';
import type { Uses } from '../../../../platform/index.js';
import type { Sessions } from '../../../session/sessions/index.js';
import type { Livekit } from '../livekit.js';
import type { MediaTicketType } from '../rooms/media.types.js';
import type { StaffRoomRepo } from './staff-room.repo.js';

interface Deps extends Uses<'db'> {
  staff: StaffRoomRepo;
  sessions: Sessions;
  livekit: Livekit | null;
}

/** Issues a ticket to the staff room, which excludes customers, for a CSR's window. The newest window gets the call. */
export function createJoinStaffRoom({ db, staff, sessions, livekit }: Deps) {
  return async function joinStaffRoom(
    { viewer, pageOrigin }: Context,
    sessionId: string,
    windowId: string,
  ): Promise<MediaTicketType> {
    const ticketId = newToken();
    const { room, participantId } = await db.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, viewer, sessionId, 'joinStaffRoom');
      const known = await staff.findRoom(sessionId, tx);
      const row = known ?? { sessionId, siteId: session.siteId, room: newToken(), closedAt: null };
      if (!known) await staff.createRoom(tx, row);
      await staff.hold(tx, { participantId: seat.participantId, sessionId, windowId, ticketId });
      return { room: row.room, participantId: seat.participantId };
    });
    if (!livekit) throw new Failure('MEDIA_UNAVAILABLE');
    await livekit.ensureRoom(room);
    const rights = { sources: ['microphone' as const], canSubscribe: true, canPublishData: true };
    const terms = { ...rights, lifeSeconds: LIMITS.mediaTokenLife / 1000 };
    const token = await livekit.createToken(room, participantId, { ticketId, windowId }, terms);
    return { url: `${pageOrigin.replace(/^http/, 'ws')}/livekit`, token };
  };
}
export type JoinStaffRoom = ReturnType<typeof createJoinStaffRoom>;
