import type { LocalTrack, RemoteTrack, Room } from 'livekit-client';
import { Emitter } from './emitter';
import { watchForFreeze } from './freeze-watch';
import { RoomCameras } from './room-cameras';
import { untilAllowed } from './until-allowed';
import type { ScreenMode } from './screen-modes';
import { publishScreen, retuneScreens, tuneScreens } from './screen-publishing';
import type {
  CameraAudience,
  DataMessage,
  MediaEvents,
  MediaState,
  PictureSize,
  Quality,
  RemoteMedia,
  RemoteSource,
  TicketProvider,
  TicketRefusal,
} from './types';

type Library = typeof import('livekit-client');
const loadLibrary = (): Promise<Library> => import('livekit-client');

const HEARTBEAT_INTERVAL_MS = 1000;
const RETRY_DELAY_MS = 500;

export interface MediaRoomOptions {
  ticket: TicketProvider;
  /** What this window does after a ticket was refused with this error. */
  refusal: (error: unknown) => TicketRefusal;
}

/**
 * The media room of a seat in one window. Each connection uses a new ticket. A frozen connection is detected and replaced
 * automatically; a window that another one has displaced does not reconnect by itself. After each connection the tracks
 * must be published again, because the server grants the right to publish per connection.
 */
export class MediaRoom extends Emitter<MediaEvents> {
  private room: Room | null = null;
  private library: Library | null = null;
  private remote: RemoteMedia[] = [];
  private endings: (() => void)[] = [];
  private attempt = 0;
  private screenMode: ScreenMode = 'STANDARD';
  private readonly cameras = new RoomCameras();
  private publishing: Promise<unknown> = Promise.resolve();
  state: MediaState = 'idle';

  constructor(private readonly options: MediaRoomOptions) {
    super();
  }

  get localParticipantId(): string | null {
    return this.room?.localParticipant.identity ?? null;
  }

  /** Connects, and retries until it is closed. */
  async connect(isTakeOver = false): Promise<void> {
    const attempt = ++this.attempt;
    this.setState(this.state === 'frozen' ? 'frozen' : 'connecting');
    while (attempt === this.attempt) {
      const refusal = await this.tryOnce(attempt, isTakeOver);
      if (attempt !== this.attempt || refusal === null) return;
      if (refusal === 'elsewhere' || refusal === 'closed') return this.leave(refusal);
      if (this.state !== 'frozen') this.setState(refusal === 'blocked' ? 'blocked' : 'unavailable');
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    }
  }

  /** Takes the media over from another window of the same seat. */
  useHere(): Promise<void> {
    return this.connect(true);
  }

  close(): void {
    this.leave('closed');
  }

  /** @returns null once connected */
  private async tryOnce(attempt: number, isTakeOver: boolean): Promise<TicketRefusal | 'blocked' | null> {
    let isBlocked = false;
    try {
      this.library ??= await loadLibrary();
      const { url, token } = await this.options.ticket(isTakeOver);
      if (attempt !== this.attempt) return 'later';
      const room = this.createRoom(this.library);
      // signalling works: if it fails from here on, no media connection can be opened
      room.on(this.library.RoomEvent.SignalConnected, () => (isBlocked = true));
      await room.connect(url, token, {
        rtcConfig: { iceServers: [] },
        maxRetries: 0,
        websocketTimeout: 4000,
        peerConnectionTimeout: 8000,
      });
      if (attempt !== this.attempt) {
        await room.disconnect();
        return 'later';
      }
      this.adopt(room);
      return null;
    } catch (error) {
      return isBlocked ? 'blocked' : this.options.refusal(error);
    }
  }

  private createRoom(library: Library): Room {
    const { Room, RoomEvent, Track, DisconnectReason, ConnectionQuality } = library;
    // the library's reconnect is slower, and a ticket is valid once. Tracks survive a disconnect, so that a chosen
    // screen is published again without asking the customer
    const room = new Room({
      adaptiveStream: false,
      dynacast: false,
      stopLocalTrackOnUnpublish: false,
      reconnectPolicy: { nextRetryDelayInMs: () => null },
      disconnectOnPageLeave: true,
    });
    const sources = new Map<string, RemoteSource>([
      [Track.Source.Microphone, 'microphone'],
      [Track.Source.Camera, 'camera'],
      [Track.Source.ScreenShare, 'screen'],
    ]);
    const qualities = new Map<string, Quality>(Object.values(ConnectionQuality).map((name) => [name, name as Quality]));
    room.on(RoomEvent.TrackSubscribed, (track, publication, participant) => {
      const source = sources.get(publication.source);
      if (source) this.setRemote([...this.remote, { participantId: participant.identity, source, track }]);
    });
    room.on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) =>
      this.setRemote(this.remote.filter((entry) => entry.track !== track)),
    );
    room.on(RoomEvent.ConnectionQualityChanged, (quality, { identity }) =>
      this.emit('quality', { participantId: identity, quality: qualities.get(quality) ?? 'unknown' }),
    );
    room.on(RoomEvent.DataReceived, (bytes, participant) => participant && this.onData(participant.identity, bytes));
    for (const event of [RoomEvent.ParticipantConnected, RoomEvent.ParticipantDisconnected])
      room.on(event, () => this.emitOthers(room));
    room.on(RoomEvent.MediaDevicesChanged, () => this.emit('devices', undefined));
    room.on(RoomEvent.Disconnected, (reason) => {
      if (this.room !== room) return;
      if (reason === DisconnectReason.DUPLICATE_IDENTITY) this.leave('elsewhere');
      else this.reconnect();
    });
    this.cameras.follow(room, library);
    tuneScreens(room, { RoomEvent, Track }, () => this.screenMode);
    return room;
  }

  private adopt(room: Room): void {
    this.room = room;
    const beat = setInterval(() => this.send({ kind: 'heartbeat' }), HEARTBEAT_INTERVAL_MS);
    const unwatch = watchForFreeze({ received: () => receivedBy(room), onFrozen: () => this.reconnect() });
    this.endings = [() => clearInterval(beat), unwatch];
    this.cameras.adopt(room, this.library);
    this.setState('live');
    this.emitOthers(room);
    this.emit('connected', undefined);
  }

  private emitOthers(room: Room): void {
    if (this.room === room) this.emit('others', [...room.remoteParticipants.keys()]);
  }

  private reconnect(): void {
    this.release();
    this.setState('frozen');
    void this.connect();
  }

  private leave(state: 'elsewhere' | 'closed'): void {
    this.attempt++;
    this.release();
    this.setState(state);
  }

  private release(): void {
    this.endings.forEach((end) => end());
    this.endings = [];
    const room = this.room;
    this.room = null;
    this.publishing = Promise.resolve();
    this.cameras.adopt(null, null);
    this.setRemote([]);
    if (room) void room.disconnect(false);
  }

  /** Sends a small message to all participants of the room, or to some; it is lost while disconnected. */
  send(message: DataMessage, to?: string[]): void {
    if (to?.length === 0) return; // the media server would send it to everybody
    const bytes = new TextEncoder().encode(JSON.stringify(message));
    void this.room?.localParticipant
      .publishData(bytes, { reliable: message.kind !== 'heartbeat', ...(to && { destinationIdentities: to }) })
      .catch(() => undefined);
  }

  /** @throws when the server doesn't allow it in time */
  async publish(track: LocalTrack): Promise<void> {
    const room = this.connected();
    await untilAllowed(room, track.source, this.library!);
    await this.inTurn(() => {
      if (track.source === this.library!.Track.Source.Camera) this.cameras.aboutToPublish(room, this.library!);
      return room.localParticipant.publishTrack(track);
    });
  }

  /** The cameras that are shown in this window, by participant id, and how large. Others are not received. */
  receiveCameras(shown: ReadonlyMap<string, PictureSize>): void {
    this.cameras.receive(shown);
  }

  /** Who receives the own camera; null: everybody in the room. */
  setCameraAudience(audience: CameraAudience | null): void {
    this.cameras.setAudience(audience);
  }

  /** @throws when the server doesn't allow it in time */
  async publishScreen(stream: MediaStream): Promise<void> {
    const room = this.connected();
    const { ScreenShare } = this.library!.Track.Source;
    await untilAllowed(room, ScreenShare, this.library!);
    await this.inTurn(() => publishScreen(room, stream, { source: ScreenShare, mode: this.screenMode }));
  }

  /** Applies to the screen that is shown now and to later ones. */
  async setScreenMode(mode: ScreenMode): Promise<void> {
    this.screenMode = mode;
    if (this.room && this.library) await retuneScreens(this.room, this.library, mode);
  }

  async unpublish(track: LocalTrack | MediaStreamTrack): Promise<void> {
    await this.room?.localParticipant.unpublishTrack(track, false);
  }

  /** Opens a microphone or a camera as a track that the library can restart and switch to another device. */
  async createTrack(
    kind: 'microphone' | 'camera',
    options: { deviceId?: string; facingMode?: 'user' | 'environment' },
  ): Promise<LocalTrack> {
    this.library ??= await loadLibrary();
    const { createLocalAudioTrack, createLocalVideoTrack } = this.library;
    const device = options.deviceId ? { deviceId: { exact: options.deviceId } } : {};
    if (kind === 'microphone')
      return createLocalAudioTrack({
        ...device,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      });
    return createLocalVideoTrack({
      ...device,
      ...(options.facingMode && { facingMode: options.facingMode }),
      resolution: { width: 1280, height: 720 },
    });
  }

  /** Of two pictures that are published at the same time, the media server may take one for the other, and expect its codec. */
  private inTurn(publish: () => Promise<unknown>): Promise<unknown> {
    const turn = this.publishing.then(publish);
    this.publishing = turn.catch(() => undefined);
    return turn;
  }

  private connected(): Room {
    if (!this.room) throw new Error('the media are not connected');
    return this.room;
  }

  private onData(participantId: string, bytes: Uint8Array): void {
    try {
      this.emit('data', { participantId, message: JSON.parse(new TextDecoder().decode(bytes)) as DataMessage });
    } catch {
      // sent by another program
    }
  }

  private setRemote(remote: RemoteMedia[]): void {
    this.remote = remote;
    this.emit('remote', remote);
  }

  private setState(state: MediaState): void {
    if (this.state === state) return;
    this.state = state;
    this.emit('state', state);
  }
}

/** Received bytes and answered connectivity checks of all transports; either grows every few seconds while connected. */
async function receivedBy(room: Room): Promise<number | null> {
  const transports = [room.engine.pcManager?.publisher, room.engine.pcManager?.subscriber];
  let sum: number | null = null;
  for (const transport of transports)
    (await transport?.getStats())?.forEach(
      (stat: { type: string; bytesReceived?: number; responsesReceived?: number }) => {
        if (stat.type === 'candidate-pair')
          sum = (sum ?? 0) + (stat.bytesReceived ?? 0) + (stat.responsesReceived ?? 0);
      },
    );
  return sum;
}
