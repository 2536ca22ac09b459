import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackKind,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  type DisconnectReason,
  type RemoteTrack,
  type RoomOptions,
} from '@livekit/rtc-node';

const SIDE = 64;
const FRAME_EVERY = 100;
const RATE = 48_000;
/** Of 32768: louder than encoded silence. */
const LOUD = 500;
const OPTIONS: Partial<RoomOptions> = {
  autoSubscribe: true,
  dynacast: false,
  rtcConfig: { iceServers: [], iceTransportType: 1, continualGatheringPolicy: 0 }, // no external server is used
};
const SOURCES = { camera: TrackSource.SOURCE_CAMERA, screen: TrackSource.SOURCE_SCREENSHARE };
type What = keyof typeof SOURCES;
const WHATS = Object.keys(SOURCES) as What[];

/**
 * A participant in a media room: a real LiveKit client without a browser. The library is never disposed of, because
 * several test files share a process and it cannot be initialised again.
 */
export class MediaPeer {
  private readonly room = new Room();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly sources: VideoSource[] = [];
  private readonly got = new Map<string, { pictures: number; sounds: number }>();
  /** Why it was disconnected. */
  out: DisconnectReason | null = null;

  /** @throws when it is refused */
  async join({ url, token }: { url: string; token: string }): Promise<this> {
    this.room.on(RoomEvent.Disconnected, (reason) => (this.out = reason));
    this.room.on(RoomEvent.TrackSubscribed, (track, _publication, { identity }) => void this.count(track, identity));
    await this.room.connect(url, token, OPTIONS as RoomOptions);
    return this;
  }

  /** Publishes a moving picture while the media server accepts it. */
  async show(what: What): Promise<void> {
    const source = new VideoSource(SIDE, SIDE);
    this.sources.push(source);
    const track = LocalVideoTrack.createVideoTrack(what, source);
    let shade = 0;
    const draw = () => {
      const pixels = new Uint8Array(SIDE * SIDE * 4).fill((shade = (shade + 40) % 256));
      source.captureFrame(new VideoFrame(pixels, SIDE, SIDE, VideoBufferType.RGBA));
    };
    this.timers.add(setInterval(draw, FRAME_EVERY));
    const options = new TrackPublishOptions({ source: SOURCES[what], simulcast: false });
    await this.room.localParticipant!.publishTrack(track, options);
  }

  /** Publishes a tone while the media server accepts it. */
  async speak(): Promise<void> {
    const source = new AudioSource(RATE, 1);
    const track = LocalAudioTrack.createAudioTrack('voice', source);
    const samples = new Int16Array(RATE / 100).map((_, at) => 8000 * Math.sin((2 * Math.PI * 440 * at) / RATE));
    let isSaid = Promise.resolve();
    this.timers.add(
      setInterval(() => {
        for (let i = 0; i < 10; i++)
          isSaid = isSaid
            .then(() => source.captureFrame(new AudioFrame(samples, RATE, 1, samples.length)))
            .catch(() => undefined); // the media server has removed the track
      }, 100),
    );
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
    await this.room.localParticipant!.publishTrack(track, options);
  }

  /** Numbers of video frames, and of audio frames that are not silent, received from a participant. */
  gotFrom(identity: string): { pictures: number; sounds: number } {
    return { ...(this.got.get(identity) ?? { pictures: 0, sounds: 0 }) };
  }

  private async count(track: RemoteTrack, identity: string): Promise<void> {
    const got = this.got.get(identity) ?? { pictures: 0, sounds: 0 };
    this.got.set(identity, got);
    if (track.kind === TrackKind.KIND_VIDEO)
      for await (const { frame } of new VideoStream(track)) got.pictures += Math.sign(frame.width);
    else
      for await (const frame of new AudioStream(track, RATE, 1))
        if (frame.data.some((sample) => Math.abs(sample) > LOUD)) got.sounds++;
  }

  /** Asks the media server for a camera, as a client may that ignores our rules. */
  askForCamera(identity: string): void {
    for (const publication of this.room.remoteParticipants.get(identity)?.trackPublications.values() ?? [])
      if (publication.source === TrackSource.SOURCE_CAMERA) publication.setSubscribed(true);
  }

  /** Limits who receives its tracks, as the pages do. */
  letOnly(identities: string[]): void {
    const permissions = identities.map((participantIdentity) => ({ participantIdentity, allowAll: true }));
    const { ffi_handle: local } = this.room.localParticipant!;
    const value = { localParticipantHandle: local.handle, allParticipantsAllowed: false, permissions };
    // the library has the request, but no method for it
    globalThis._ffiClientInstance!.request({ message: { case: 'setTrackSubscriptionPermissions', value } });
  }

  /** The sources that the media server permits it to publish. */
  may(): string[] {
    const allowed = this.room.localParticipant?.info.permission?.canPublishSources ?? [];
    return WHATS.filter((what) => allowed.includes(SOURCES[what]));
  }

  /** Whether it may send data messages. */
  maySend(): boolean {
    return this.room.localParticipant?.info.permission?.canPublishData ?? false;
  }

  /** Whether it may publish its microphone. */
  mayTalk(): boolean {
    const permission = this.room.localParticipant?.info.permission;
    return Boolean(permission?.canPublish && permission.canPublishSources.includes(TrackSource.SOURCE_MICROPHONE));
  }

  /** The sources that it receives from a participant. */
  sees(identity: string): string[] {
    const tracks = [...(this.room.remoteParticipants.get(identity)?.trackPublications.values() ?? [])];
    return WHATS.filter((what) => tracks.some(({ source }) => source === SOURCES[what]));
  }

  isBesides(identity: string): boolean {
    return this.room.remoteParticipants.has(identity);
  }

  async leave(): Promise<void> {
    this.timers.forEach(clearInterval);
    await this.room.disconnect();
    for (const source of this.sources) await source.close();
  }
}
