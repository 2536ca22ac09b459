import type { Room, Track } from 'livekit-client';

const PERMISSION_TIMEOUT_MS = 5000;

/**
 * Waits for the right to publish. Tickets contain few rights: the server adds them a moment after joining or after a
 * consent, in a message that may arrive later than the answer of the API.
 * @throws when the right is not granted in time
 */
export function untilAllowed(
  room: Room,
  source: Track.Source,
  { RoomEvent, Track: Tracks }: typeof import('livekit-client'),
): Promise<void> {
  const wanted = Tracks.sourceToProto(source);
  const isAllowed = () => room.localParticipant.permissions?.canPublishSources.includes(wanted) ?? false;
  if (isAllowed()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      room.off(RoomEvent.ParticipantPermissionsChanged, check).off(RoomEvent.Disconnected, giveUp);
      act();
    };
    const check = () => isAllowed() && settle(resolve);
    const giveUp = () => settle(() => reject(new Error(`the server does not allow to publish ${source}`)));
    const timer = setTimeout(giveUp, PERMISSION_TIMEOUT_MS);
    room.on(RoomEvent.ParticipantPermissionsChanged, check).on(RoomEvent.Disconnected, giveUp);
  });
}
