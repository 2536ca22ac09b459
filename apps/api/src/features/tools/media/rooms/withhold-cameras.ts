import { maySeeCamera } from '@tandem/domain';
import type { Participants } from '../../../session/participants/index.js';
import type { Guest, Livekit } from '../livekit.js';
import type { MediaRepo, MediaRoomRow } from './media.repo.js';

interface Deps {
  repo: MediaRepo;
  participants: Participants;
  livekit: Livekit;
}

/**
 * Stops cameras at those who may not see them. The media server sends each track to everybody in its room who asks for it:
 * the page of the camera's owner refuses this by the same rule, and this is for a page that doesn't.
 */
export function createWithholdCameras({ repo, participants, livekit }: Deps) {
  return async function withholdCameras({ room, sessionId }: MediaRoomRow, guests: readonly Guest[]): Promise<void> {
    const cameras = guests.filter((guest) => guest.cameras.length > 0);
    if (cameras.length === 0) return;
    const people = new Map((await participants.listBySessions([sessionId])).map((person) => [person.id, person]));
    const seats = await repo.listSeats(cameras.map(({ identity }) => identity));
    for (const { identity: viewerId } of guests) {
      const viewer = people.get(viewerId);
      const hidden = cameras.filter(({ identity }) => {
        const owner = people.get(identity);
        if (!viewer || !owner || identity === viewerId) return false;
        const seat = seats.find(({ participantId }) => participantId === identity);
        return !maySeeCamera(viewer, { ...owner, cameraShownToIds: seat?.cameraShownToIds ?? [] });
      });
      if (hidden.length > 0)
        await livekit.withhold(
          room,
          viewerId,
          hidden.flatMap((guest) => guest.cameras),
        );
    }
  };
}
