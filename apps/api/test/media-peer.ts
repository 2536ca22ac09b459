import {
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  type DisconnectReason,
  type RoomOptions,
} from '@livekit/rtc-node';

const SIDE = 64;
const FRAME_EVERY = 100;
const OPTIONS: Partial<RoomOptions> = {
  autoSubscribe: true,
  dynacast: false,
  rtcConfig: { iceServers: [], iceTransportType: 1, continualGatheringPolicy: 0 }, // no server but our own is asked
};
const SOURCES = { camera: TrackSource.SOURCE_CAMERA, screen: TrackSource.SOURCE_SCREENSHARE };
type What = keyof typeof SOURCES;
const WHATS = Object.keys(SOURCES) as What[];

/** Somebody in a room: a real client of the media server, without a browser. */
export class MediaPeer {
  private readonly room = new Room();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly sources: VideoSource[] = [];
  /** Why it is out, once it is. */
  out: DisconnectReason | null = null;

  /** @throws when it is not let in */
  async join({ url, token }: { url: string; token: string }): Promise<this> {
    this.room.on(RoomEvent.Disconnected, (reason) => (this.out = reason));
    await this.room.connect(url, token, OPTIONS as RoomOptions);
    return this;
  }

  /** Shows a moving picture, for as long as the media server takes it. */
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

  /** What the media server has told it that it may show. */
  may(): string[] {
    const allowed = this.room.localParticipant?.info.permission?.canPublishSources ?? [];
    return WHATS.filter((what) => allowed.includes(SOURCES[what]));
  }

  /** Whether the media server would take its voice. */
  mayTalk(): boolean {
    const permission = this.room.localParticipant?.info.permission;
    return Boolean(permission?.canPublish && permission.canPublishSources.includes(TrackSource.SOURCE_MICROPHONE));
  }

  /** What it gets of somebody, in words. */
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
