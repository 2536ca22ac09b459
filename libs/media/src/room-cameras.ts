import type { RemoteParticipant, RemoteTrackPublication, Room, VideoQuality } from 'livekit-client';
import type { CameraAudience, PictureSize } from './types';

type Names = Pick<typeof import('livekit-client'), 'RoomEvent' | 'Track' | 'VideoQuality'>;
/** The heights of the two smaller pictures that a camera sends besides the full one, with room for dense displays. */
const SMALL_HEIGHT = 216;
const MEDIUM_HEIGHT = 540;

/**
 * The cameras of a room. Others' are received only while they are shown, as large as they are shown. The own one is sent
 * to those in its audience: the media server would send it to everybody who asks.
 */
export class RoomCameras {
  private room: Room | null = null;
  private names: Names | null = null;
  private shown: ReadonlyMap<string, PictureSize> = new Map();
  private audience: CameraAudience | null = null;
  private isLimited = false;

  follow(room: Room, names: Names): void {
    const { RoomEvent, Track } = names;
    const onPublication = (publication: RemoteTrackPublication, { identity }: RemoteParticipant) => {
      if (publication.source === Track.Source.Camera) this.apply(publication, identity, names);
    };
    room.on(RoomEvent.TrackPublished, onPublication);
    // also after a hold: the server then sends everything again, in full size
    room.on(RoomEvent.TrackSubscribed, (_track, publication, participant) => {
      onPublication(publication, participant);
      if (publication.source === Track.Source.Camera && publication.isDesired) publication.emitTrackUpdate();
    });
    room.on(RoomEvent.LocalTrackPublished, () => this.limit(room, names));
    room.on(RoomEvent.LocalTrackUnpublished, () => this.limit(room, names));
  }

  /** The room that is connected now. */
  adopt(room: Room | null, names: Names | null): void {
    this.room = room;
    this.names = names;
    this.isLimited = false;
    this.applyAll();
  }

  receive(shown: ReadonlyMap<string, PictureSize>): void {
    this.shown = shown;
    this.applyAll();
  }

  /** Who receives the own camera; null: everybody in the room. */
  setAudience(audience: CameraAudience | null): void {
    this.audience = audience;
    if (this.room && this.names) this.limit(this.room, this.names);
  }

  /** Before the own camera is published, so that nobody else receives its first pictures. */
  aboutToPublish(room: Room, names: Names): void {
    this.limit(room, names, true);
  }

  private applyAll(): void {
    if (!this.room || !this.names) return;
    for (const { identity, trackPublications } of this.room.remoteParticipants.values())
      for (const publication of trackPublications.values())
        if (publication.source === this.names.Track.Source.Camera) this.apply(publication, identity, this.names);
  }

  private apply(publication: RemoteTrackPublication, identity: string, { VideoQuality }: Names): void {
    const size = this.shown.get(identity);
    if (publication.isDesired !== (size !== undefined)) publication.setSubscribed(size !== undefined);
    if (size) publication.setVideoQuality(qualityFor(size, VideoQuality));
  }

  private limit(room: Room, { Track }: Names, isAboutToPublish = false): void {
    const local = room.localParticipant;
    const own = [...local.trackPublications.values()];
    const isOut = isAboutToPublish || own.some(({ source }) => source === Track.Source.Camera);
    if (!isOut || !this.audience) {
      if (this.isLimited) local.setTrackSubscriptionPermissions(true);
      this.isLimited = false;
      return;
    }
    const others = own.flatMap(({ source, trackSid }) => (source === Track.Source.Camera ? [] : [trackSid]));
    const { seenBy, hiddenFrom } = this.audience;
    local.setTrackSubscriptionPermissions(false, [
      ...seenBy.map((participantIdentity) => ({ participantIdentity, allowAll: true })),
      ...hiddenFrom.map((participantIdentity) => ({
        participantIdentity,
        allowAll: false,
        allowedTrackSids: others,
      })),
    ]);
    this.isLimited = true;
  }
}

function qualityFor({ height }: PictureSize, { LOW, MEDIUM, HIGH }: typeof VideoQuality): VideoQuality {
  if (height <= SMALL_HEIGHT) return LOW;
  return height <= MEDIUM_HEIGHT ? MEDIUM : HIGH;
}
