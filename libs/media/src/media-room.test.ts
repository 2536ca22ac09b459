// @vitest-environment node
import type { LocalTrack } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MediaRoom } from './media-room';
import type { MediaState, TicketRefusal } from './types';

/** The media library as far as `MediaRoom` uses it: one object per connection, newest last. */
interface Library {
  rooms: FakeRoom[];
  connect(room: FakeRoom): Promise<void>;
}
const fake = vi.hoisted((): Library => ({ rooms: [], connect: () => Promise.resolve() }));
class FakeRoom {
  readonly heard = new Map<string, ((...args: unknown[]) => void)[]>();
  readonly remoteParticipants = new Map<string, object>();
  readonly disconnect = vi.fn(() => Promise.resolve());
  readonly connected = vi.fn();
  received = 0;
  readonly engine = {
    pcManager: {
      publisher: { getStats: async () => [{ type: 'candidate-pair', bytesReceived: ++this.received }] },
      subscriber: { getStats: async () => [{ type: 'transport', bytesReceived: performance.now() }] },
    },
  };
  readonly localParticipant = {
    identity: 'me',
    permissions: { canPublishSources: ['microphone', 'camera', 'screen_share'] },
    trackPublications: new Map(),
    publishData: vi.fn(() => Promise.resolve()),
    publishTrack: vi.fn(() => Promise.resolve()),
    unpublishTrack: vi.fn(() => Promise.resolve()),
  };
  constructor(readonly options: object) {
    fake.rooms.push(this);
  }
  on(name: string, listener: (...args: unknown[]) => void) {
    this.heard.set(name, [...(this.heard.get(name) ?? []), listener]);
    return this;
  }
  off() {
    return this;
  }
  emit(name: string, ...args: unknown[]) {
    this.heard.get(name)?.forEach((listener) => listener(...args));
  }
  async connect(...args: unknown[]) {
    this.connected(...args);
    await fake.connect(this);
  }
}
vi.mock('livekit-client', () => ({
  Room: FakeRoom,
  RoomEvent: new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : String(name)) }),
  Track: {
    Source: { Microphone: 'microphone', Camera: 'camera', ScreenShare: 'screen_share' },
    sourceToProto: (source: string) => source,
  },
  VideoQuality: { LOW: 0, MEDIUM: 1, HIGH: 2 },
  DisconnectReason: { DUPLICATE_IDENTITY: 2 },
  ConnectionQuality: { Excellent: 'excellent', Good: 'good', Poor: 'poor', Lost: 'lost' },
  createLocalAudioTrack: (options: object) => Promise.resolve({ kind: 'audio', options }),
  createLocalVideoTrack: (options: object) => Promise.resolve({ kind: 'video', options }),
}));

let room: MediaRoom;
let states: MediaState[];
const ticket = vi.fn();
const refusal = vi.fn((): TicketRefusal => 'later');
const newest = () => fake.rooms.at(-1)!;
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
beforeEach(() => {
  vi.useFakeTimers();
  fake.rooms.length = 0;
  fake.connect = () => Promise.resolve();
  ticket.mockReset().mockResolvedValue({ url: 'wss://m', token: 't' });
  refusal.mockReset().mockReturnValue('later');
  room = new MediaRoom({ ticket, refusal });
  states = [];
  room.on('state', (state) => states.push(state));
});
afterEach(() => {
  room.close();
  vi.useRealTimers();
});
async function live(): Promise<FakeRoom> {
  await room.connect();
  states.length = 0;
  return newest();
}

describe('a room', () => {
  it('connects with its own ticket, and the library does not reconnect by itself', async () => {
    const connected = vi.fn();
    room.on('connected', connected);
    expect([room.state, room.localParticipantId]).toEqual(['idle', null]);
    await room.connect();
    expect(states).toEqual(['connecting', 'live']);
    expect(ticket).toHaveBeenCalledExactlyOnceWith(false);
    expect(newest().connected).toHaveBeenCalledExactlyOnceWith(
      'wss://m',
      't',
      expect.objectContaining({ maxRetries: 0 }),
    );
    expect(newest().options).toMatchObject({
      ...{ adaptiveStream: false, dynacast: false, stopLocalTrackOnUnpublish: false, disconnectOnPageLeave: true },
    });
    const { reconnectPolicy } = newest().options as { reconnectPolicy: { nextRetryDelayInMs(): unknown } };
    expect(reconnectPolicy.nextRetryDelayInMs()).toBeNull();
    expect([connected.mock.calls.length, room.localParticipantId]).toEqual([1, 'me']);
  });

  it.each([
    ['elsewhere', 'elsewhere'],
    ['closed', 'closed'],
  ] as const)('that is refused as %s tries no more', async (why, state) => {
    ticket.mockRejectedValue(new Error('no'));
    refusal.mockReturnValue(why);
    await room.connect();
    expect(states).toEqual(['connecting', state]);
    await settle(10_000);
    expect(ticket).toHaveBeenCalledOnce();
  });

  it('that can’t be reached is tried every half second until it answers', async () => {
    ticket.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'));
    void room.connect();
    await settle(499);
    expect([ticket.mock.calls.length, room.state]).toEqual([1, 'unavailable']);
    await settle(501);
    expect(states).toEqual(['connecting', 'unavailable', 'live']);
    expect(ticket).toHaveBeenCalledTimes(3);
  });

  it('is blocked where its server answers, but no media connection opens', async () => {
    fake.connect = (each) => {
      each.emit('SignalConnected');
      return Promise.reject(new Error('no way'));
    };
    void room.connect();
    await settle();
    expect(room.state).toBe('blocked');
    expect(refusal).not.toHaveBeenCalled();
  });

  it('takes the media from another window only on request', async () => {
    await room.useHere();
    expect(ticket).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('that is closed while it connects does not become live', async () => {
    let arrive = () => {};
    fake.connect = () => new Promise((resolve) => (arrive = resolve));
    void room.connect();
    await settle();
    room.close();
    arrive();
    await settle();
    expect(room.state).toBe('closed');
    expect(newest().disconnect).toHaveBeenCalledOnce();
    expect(room.localParticipantId).toBeNull();
  });

  it('that is closed while it asks for a ticket opens nothing', async () => {
    let give = (_: object) => {};
    ticket.mockReturnValue(new Promise((resolve) => (give = resolve)));
    void room.connect();
    await settle();
    room.close();
    give({ url: 'u', token: 't' });
    await settle(5000);
    expect([fake.rooms.length, room.state]).toEqual([0, 'closed']);
  });
});

describe('a lost connection', () => {
  it('is shown as frozen and reconnects by itself with a new ticket', async () => {
    const first = await live();
    first.emit('Disconnected', 0);
    expect(room.state).toBe('frozen');
    await settle();
    expect(states).toEqual(['frozen', 'live']);
    expect([ticket.mock.calls.length, fake.rooms.length]).toEqual([2, 2]);
    first.emit('Disconnected', 0); // another connection has replaced it
    await settle();
    expect(fake.rooms).toHaveLength(2);
  });

  it('stays frozen while no reconnect works', async () => {
    const first = await live();
    ticket.mockRejectedValue(new Error('no'));
    first.emit('Disconnected', 0);
    await settle(2000);
    expect(states).toEqual(['frozen']);
  });

  it('is noticed when no data arrives, before the library notices it', async () => {
    const first = await live();
    await settle(20_000);
    expect(room.state).toBe('live');
    Object.defineProperty(first, 'received', { get: () => 1, set: () => undefined });
    await settle(4500);
    expect(fake.rooms).toHaveLength(2);
    expect(first.disconnect).toHaveBeenCalledExactlyOnceWith(false);
    expect(states).toEqual(['frozen', 'live']);
  });

  it('that another window of the same seat has taken is not taken back', async () => {
    const first = await live();
    first.emit('Disconnected', 2);
    await settle(10_000);
    expect([states, fake.rooms.length]).toEqual([['elsewhere'], 1]);
    await room.useHere();
    expect(states).toEqual(['elsewhere', 'connecting', 'live']);
  });

  it('that the page closed stays closed, and sends no heartbeats', async () => {
    const first = await live();
    room.close();
    expect(first.disconnect).toHaveBeenCalledExactlyOnceWith(false);
    expect(states).toEqual(['closed']);
    first.localParticipant.publishData.mockClear();
    await settle(5000);
    expect(first.localParticipant.publishData).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the others', () => {
  it('are known from the start, and as they come and go', async () => {
    const others: unknown[] = [];
    room.on('others', (ids) => others.push(ids));
    fake.connect = async (each) =>
      void each.remoteParticipants.set('csr', { identity: 'csr', trackPublications: new Map() });
    await room.connect();
    newest().remoteParticipants.set('x', { identity: 'x', trackPublications: new Map() });
    newest().emit('ParticipantConnected');
    newest().remoteParticipants.delete('csr');
    newest().emit('ParticipantDisconnected');
    expect(others).toEqual([['csr'], ['csr', 'x'], ['x']]);
  });

  it('are heard and seen until their track ends or the connection is lost', async () => {
    const seen: string[][] = [];
    const first = await live();
    room.on('remote', (entries) =>
      seen.push(entries.map(({ participantId, source }) => `${source} of ${participantId}`)),
    );
    const publication = { isDesired: true, setSubscribed: vi.fn(), setVideoQuality: vi.fn(), emitTrackUpdate: vi.fn() };
    const subscribe = (track: object, source: string) =>
      first.emit('TrackSubscribed', track, { ...publication, source }, { identity: 'csr' });
    room.receiveCameras(new Map([['csr', { width: 256, height: 144 }]]));
    const [voice, face, screen] = [{}, {}, {}];
    subscribe(voice, 'microphone');
    subscribe(face, 'camera');
    subscribe(screen, 'screen_share');
    subscribe({}, 'screen_share_audio');
    first.emit('TrackUnsubscribed', face);
    expect(seen).toEqual([
      ['microphone of csr'],
      ['microphone of csr', 'camera of csr'],
      ['microphone of csr', 'camera of csr', 'screen of csr'],
      ['microphone of csr', 'screen of csr'],
    ]);
    first.emit('Disconnected', 0);
    expect(seen.at(-1)).toEqual([]);
  });

  it('send messages; those of another format are ignored', async () => {
    const heard: unknown[] = [];
    room.on('data', (data) => heard.push(data));
    const first = await live();
    const say = (text: string, who: object | undefined = { identity: 'csr' }) =>
      first.emit('DataReceived', new TextEncoder().encode(text), who);
    say('{"kind":"read","seq":4}');
    say('not ours');
    first.emit('DataReceived', new TextEncoder().encode('{}'), undefined);
    expect(heard).toEqual([{ participantId: 'csr', message: { kind: 'read', seq: 4 } }]);
  });

  it('have a connection whose quality is reported', async () => {
    const heard: unknown[] = [];
    room.on('quality', (quality) => heard.push(quality));
    const first = await live();
    first.emit('ConnectionQualityChanged', 'poor', { identity: 'csr' });
    first.emit('ConnectionQualityChanged', 'odd', { identity: 'csr' });
    expect(heard).toEqual([
      { participantId: 'csr', quality: 'poor' },
      { participantId: 'csr', quality: 'unknown' },
    ]);
  });

  it('get a heartbeat every second, and other messages by reliable delivery', async () => {
    const first = await live();
    const said = () =>
      (first.localParticipant.publishData.mock.calls as unknown as [Uint8Array, object][]).map(([bytes, how]) => [
        JSON.parse(new TextDecoder().decode(bytes)) as unknown,
        how,
      ]);
    await settle(2000);
    const beat = [{ kind: 'heartbeat' }, { reliable: false }];
    expect(said()).toEqual([beat, beat]);
    room.send({ kind: 'read', seq: 3 }, ['csr']);
    room.send({ kind: 'typing', isTyping: true });
    room.send({ kind: 'typing', isTyping: true }, []);
    expect(said().slice(2)).toEqual([
      [
        { kind: 'read', seq: 3 },
        { reliable: true, destinationIdentities: ['csr'] },
      ],
      [{ kind: 'typing', isTyping: true }, { reliable: true }],
    ]);
  });
});

describe('what is published', () => {
  const track = { source: 'camera' } as unknown as LocalTrack;

  it('goes to the connected room, and nowhere without one', async () => {
    await expect(room.publish(track)).rejects.toThrow('not connected');
    await expect(room.unpublish(track)).resolves.toBeUndefined();
    const first = await live();
    await room.publish(track);
    expect(first.localParticipant.publishTrack).toHaveBeenCalledExactlyOnceWith(track);
    await room.unpublish(track);
    expect(first.localParticipant.unpublishTrack).toHaveBeenCalledExactlyOnceWith(track, false);
  });

  it('is published one after the other, also after one that failed', async () => {
    const first = await live();
    const { publishTrack } = first.localParticipant;
    let fail!: (cause: Error) => void;
    publishTrack.mockImplementationOnce(() => new Promise((_resolve, reject) => (fail = reject)));
    const camera = room.publish(track).catch((cause: Error) => cause.message);
    const next = room.publish(track);
    await settle();
    expect(publishTrack).toHaveBeenCalledOnce();
    fail(new Error('no camera'));
    expect(await camera).toBe('no camera');
    await next;
    expect(publishTrack).toHaveBeenCalledTimes(2);
  });

  it('is only what the server allows', async () => {
    const first = await live();
    first.localParticipant.permissions.canPublishSources = ['microphone'];
    const published = room.publish(track).catch((cause: Error) => cause.message);
    await settle(5000);
    expect(await published).toContain('does not allow');
    expect(first.localParticipant.publishTrack).not.toHaveBeenCalled();
  });

  it('as a screen uses the mode of the room, which may change while it is shown', async () => {
    await expect(room.publishScreen({} as MediaStream)).rejects.toThrow('not connected');
    await room.setScreenMode('MOTION'); // before the connection: for the screens to come
    const first = await live();
    vi.stubGlobal('RTCRtpSender', { getCapabilities: () => ({ codecs: [{ mimeType: 'video/AV1' }] }) });
    const video = { contentHint: '' };
    await room.publishScreen({ getVideoTracks: () => [video] } as unknown as MediaStream);
    expect(video.contentHint).toBe('motion');
    expect(first.localParticipant.publishTrack).toHaveBeenCalledExactlyOnceWith(
      video,
      expect.objectContaining({ source: 'screen_share', videoCodec: 'av1' }),
    );
    const replaceTrack = vi.fn(() => Promise.reject(new Error('the sender is asked to change')));
    const publication = { source: 'screen_share', track: { mediaStreamTrack: video, sender: { replaceTrack } } };
    Object.assign(first.localParticipant, { trackPublications: new Map([['screen', publication]]) });
    await expect(room.setScreenMode('STANDARD')).rejects.toThrow('asked to change');
    expect(video.contentHint).toBe('text');
    vi.unstubAllGlobals();
  });

  it('is captured by the chosen device or side of the phone', async () => {
    expect(await room.createTrack('microphone', { deviceId: 'headset' })).toEqual({
      kind: 'audio',
      options: {
        ...{ deviceId: { exact: 'headset' }, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      },
    });
    const resolution = { width: 1280, height: 720 };
    expect(await room.createTrack('camera', { facingMode: 'user' })).toEqual({
      kind: 'video',
      options: { facingMode: 'user', resolution },
    });
    expect(await room.createTrack('camera', {})).toEqual({ kind: 'video', options: { resolution } });
  });
});

it('devices that come and go are reported', async () => {
  const changed = vi.fn();
  const stop = room.on('devices', changed);
  const first = await live();
  first.emit('MediaDevicesChanged');
  stop();
  first.emit('MediaDevicesChanged');
  expect(changed).toHaveBeenCalledOnce();
});
