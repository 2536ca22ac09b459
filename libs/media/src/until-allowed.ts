import type { Room, Track } from 'livekit-client';

const PERMISSION_TIMEOUT_MS = 5000;

/**
 * A ticket lets nobody show more than it says; the server widens it a moment after the joining, or after a consent. This
 * waits for that word, which travels beside the answer of the API.
 * @throws when it doesn't come
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
      room.off(RoomEvent.ParticipantPermissionsChanged, look).off(RoomEvent.Disconnected, giveUp);
      act();
    };
    const look = () => isAllowed() && settle(resolve);
    const giveUp = () => settle(() => reject(new Error(`the server does not allow to publish ${source}`)));
    const timer = setTimeout(giveUp, PERMISSION_TIMEOUT_MS);
    room.on(RoomEvent.ParticipantPermissionsChanged, look).on(RoomEvent.Disconnected, giveUp);
  });
}
