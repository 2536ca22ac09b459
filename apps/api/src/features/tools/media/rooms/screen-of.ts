import type { Livekit } from '../livekit.js';
import type { MediaRepo } from './media.repo.js';

/** ARRIVES: the server receives pictures. SILENT: in the room without a screen. AWAY: not in the room, or unknown. */
export type ScreenWord = 'ARRIVES' | 'SILENT' | 'AWAY';

/** What the media server knows of a participant's screen now. */
export function createScreenOf({ repo, livekit }: { repo: MediaRepo; livekit: Livekit | null }) {
  return async function screenOf(participantId: string): Promise<ScreenWord> {
    const seat = await repo.findSeat(participantId);
    const room = seat && (await repo.findRoom(seat.sessionId));
    if (!livekit || !room) return 'AWAY';
    const guests = await livekit.guests(room.room).catch(() => []); // a server that is down has no participants
    const guest = guests.find(({ identity }) => identity === participantId);
    if (!guest) return 'AWAY';
    return guest.isShowingScreen ? 'ARRIVES' : 'SILENT';
  };
}
