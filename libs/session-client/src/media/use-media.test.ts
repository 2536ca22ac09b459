import { TandemError } from '@tandem/client';
import type { DataMessage, MediaRoom, MediaState, RemoteMedia } from '@tandem/media';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';
import { JoinMediaDocument, SetCameraDocument, SetMicrophoneDocument } from '../gql/graphql';
import { useMedia, type Media } from './use-media';
import type { SessionStore } from '../session/use-session';

type Options = ConstructorParameters<typeof MediaRoom>[0];
/** The room of the media server, as far as this page asks it for anything. */
class Room {
  readonly heard = new Map<string, (value: never) => void>();
  readonly connect = vi.fn();
  readonly useHere = vi.fn();
  readonly close = vi.fn(() => this.emit('state', 'closed'));
  readonly publish = vi.fn(() => Promise.resolve());
  readonly unpublish = vi.fn(() => Promise.resolve());
  readonly publishScreen = vi.fn(() => Promise.resolve());
  readonly setScreenMode = vi.fn(() => Promise.resolve());
  readonly send = vi.fn();
  readonly createTrack = vi.fn((kind: string, options: object) => Promise.resolve(trackOf(kind, options)));
  constructor(readonly options: Options) {}
  on(name: string, listener: (value: never) => void) {
    this.heard.set(name, listener);
    return () => this.heard.delete(name);
  }
  emit(name: string, value?: unknown) {
    this.heard.get(name)?.(value as never);
  }
}
let room: Room;
let obstacle: 'NO_WEBRTC' | 'INSECURE' | null = null;
vi.mock('@tandem/media', async () => ({
  ...(await vi.importActual<object>('@tandem/media')),
  MediaRoom: class {
    constructor(options: Options) {
      return (room = new Room(options));
    }
  },
  mediaObstacle: () => obstacle,
}));

class Source extends EventTarget {
  readyState = 'live';
  getSettings = () => ({ deviceId: 'built-in' });
}
const trackOf = (kind: string, options: object) => ({
  ...{ kind, options, stop: vi.fn(), mute: () => Promise.resolve(), unmute: () => Promise.resolve() },
  ...{ setDeviceId: vi.fn(() => Promise.resolve(true)), mediaStreamTrack: new Source() },
});

let scope: EffectScope;
let isCoarse = false;
beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  [obstacle, isCoarse, scope] = [null, false, effectScope()];
  vi.stubGlobal('matchMedia', () => ({ matches: isCoarse }));
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome',
    mediaDevices: Object.assign(new EventTarget(), {
      enumerateDevices: () => Promise.resolve([{ deviceId: 'built-in' }]),
    }),
  });
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const SEATED = { id: 'me', name: 'Park', state: 'SEATED', isConnected: true };
interface Facts {
  me: object | null;
  session: object | null;
  reasons: Record<string, string | null>;
}
function page(more: object = {}) {
  const mutate = vi.fn((document: unknown, variables: object): Promise<unknown> => {
    void variables;
    return Promise.resolve(document === JoinMediaDocument ? { joinMedia: { url: 'u', token: 't' } } : {});
  });
  const facts: Facts = { me: SEATED, session: { state: 'ACTIVE', hold: null, shareMode: 'STANDARD' }, reasons: {} };
  const store = reactive({
    ...{ id: 's', connection: 'live', client: { mutate }, ...facts },
    participants: [SEATED, { id: 'csr', name: 'Kim', state: 'SEATED', isConnected: true }],
    ability: (act: string) => ({ isAllowed: !store.reasons[act], reason: store.reasons[act] ?? null }),
    ...more,
  });
  const media: Media = scope.run(() => useMedia(store as unknown as SessionStore))!;
  const become = (state: MediaState) => room.emit('state', state);
  return { store, media, mutate, become };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const told = (mutate: { mock: { calls: unknown[][] } }) =>
  mutate.mock.calls.flatMap(([document, variables]) => {
    const device = document === SetMicrophoneDocument ? 'microphone' : document === SetCameraDocument ? 'camera' : null;
    return device ? [`${device} ${(variables as { isOn: boolean }).isOn ? 'on' : 'off'}`] : [];
  });

describe('the media', () => {
  it('come with the seat and go with it', async () => {
    const { store, media, become } = page({ me: { ...SEATED, state: 'WAITING' } });
    expect(room.connect).not.toHaveBeenCalled();
    store.me = SEATED;
    await nextTick();
    expect(room.connect).toHaveBeenCalledOnce();
    become('live');
    expect(media.state).toBe('live');
    store.me = { ...SEATED, state: 'LEFT' };
    await nextTick();
    expect(room.close).toHaveBeenCalledOnce();
    store.me = SEATED;
    await nextTick();
    expect(room.connect).toHaveBeenCalledTimes(2); // let in again
  });

  it.each([
    ['the session has ended', { session: { state: 'ENDED' } }],
    ['the role may not', { reasons: { joinMedia: 'RIGHT_NOT_GIVEN' } }],
    ['the page was turned away', { connection: 'refused' }],
    ['the page is over', { connection: 'over' }],
    ['nobody is known yet', { me: null }],
  ])('do not come where %s', (_what, facts) => {
    page(facts);
    expect(room.connect).not.toHaveBeenCalled();
  });

  it('do not come to a browser that can’t do it, and that is told', () => {
    obstacle = 'NO_WEBRTC';
    expect(page().media.obstacle).toBe('NO_WEBRTC');
    expect(room.connect).not.toHaveBeenCalled();
    obstacle = 'INSECURE';
    expect(page().media.obstacle).toBe('INSECURE');
    expect(room.connect).toHaveBeenCalledOnce(); // to hear and to see
  });

  it('tell where no way leads to the server', () => {
    const { media, become } = page();
    expect(media.obstacle).toBeNull();
    become('blocked');
    expect(media.obstacle).toBe('NO_WAY');
    become('live');
    expect(media.obstacle).toBeNull();
  });

  it('are closed with the page, and nothing is heard any more', async () => {
    const { media } = page();
    await media.turnOn('microphone');
    const { stop } = media.microphone!;
    scope.stop();
    expect(stop).toHaveBeenCalledOnce();
    expect(room.close).toHaveBeenCalledOnce();
    expect(room.heard.size).toBe(0);
  });

  it('are sent in the mode of the session, and in each that is chosen', async () => {
    const { store } = page({ session: { state: 'ACTIVE', shareMode: 'SAMPLING' } });
    expect(room.setScreenMode).toHaveBeenLastCalledWith('SAMPLING');
    store.session = { state: 'ACTIVE', shareMode: 'MOTION' };
    await nextTick();
    expect(room.setScreenMode).toHaveBeenLastCalledWith('MOTION');
    page({ session: null });
    expect(room.setScreenMode).toHaveBeenLastCalledWith('STANDARD');
  });
});

describe('a ticket', () => {
  it('is asked for with this window, and waits while the line is down', async () => {
    const { store, mutate } = page({ connection: 'lost' });
    const got = vi.fn();
    void room.options.ticket(true).then(got);
    await settle();
    expect(mutate).not.toHaveBeenCalled();
    store.connection = 'live';
    await settle();
    expect(got).toHaveBeenCalledExactlyOnceWith({ url: 'u', token: 't' });
    expect(mutate).toHaveBeenCalledExactlyOnceWith(JoinMediaDocument, {
      input: { sessionId: 's', windowId: expect.any(String) as string, isTakeOver: true },
    });
  });

  it.each([
    ['MEDIA_HELD_ELSEWHERE', 'elsewhere'],
    ['SESSION_ENDED', 'closed'],
    ['SEAT_CLOSED', 'closed'],
    ['UNAUTHENTICATED', 'closed'],
    ['NOT_FOUND', 'closed'],
    ['FORBIDDEN', 'closed'],
    ['UNAVAILABLE', 'later'],
    ['TOO_MANY_REQUESTS', 'later'],
  ] as const)('that is refused with %s: %s', (code, what) => {
    page();
    expect(room.options.refusal(new TandemError(code))).toBe(what);
  });
  it('that did not come for another reason is asked for later', () => {
    page();
    expect(room.options.refusal(new Error('x'))).toBe('later');
  });
});

describe('a device', () => {
  it('is told to the server before it is published, and turned off again', async () => {
    const { media, mutate, become } = page();
    become('live');
    await media.toggle('microphone');
    const track = media.microphone!;
    expect(told(mutate)).toEqual(['microphone on']);
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(track);
    expect(mutate.mock.invocationCallOrder.at(-1)!).toBeLessThan(room.publish.mock.invocationCallOrder[0]!);
    await media.toggle('microphone');
    expect(told(mutate)).toEqual(['microphone on', 'microphone off']);
    expect(room.unpublish).toHaveBeenCalledExactlyOnceWith(track);
    expect(track.stop).toHaveBeenCalledOnce();
    expect([media.microphone, media.camera]).toEqual([null, null]);
  });

  it('that is turned on before the media are there is published with them', async () => {
    const { media } = page();
    await media.turnOn('camera');
    expect(room.publish).not.toHaveBeenCalled();
    room.emit('connected');
    await settle();
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(media.camera);
  });

  it('is asked about while the browser asks', async () => {
    const { media } = page();
    const turning = media.turnOn('camera');
    expect(media.asking).toBe('camera');
    await turning;
    expect(media.asking).toBeNull();
  });

  it.each([
    ['NotAllowedError', 'REFUSED'],
    ['SecurityError', 'REFUSED'],
    ['NotFoundError', 'MISSING'],
    ['OverconstrainedError', 'MISSING'],
    ['NotReadableError', 'BUSY'],
  ])('that fails with %s is %s, and nothing is half on', async (name, why) => {
    const { media, mutate } = page();
    room.createTrack.mockRejectedValueOnce(new DOMException('no', name));
    await media.turnOn('microphone');
    expect([media.failure, media.microphone, media.asking]).toEqual([{ device: 'microphone', why }, null, null]);
    expect(told(mutate)).toEqual([]);
    await media.turnOn('microphone');
    expect(media.failure).toBeNull();
  });

  it('that the server refuses is off again, and the refusal is the caller’s to tell', async () => {
    const { media, mutate } = page();
    mutate.mockRejectedValueOnce(new TandemError('FORBIDDEN'));
    await expect(media.turnOn('camera')).rejects.toThrow('FORBIDDEN');
    expect([media.camera, media.failure]).toEqual([null, null]);
    expect(told(mutate)).toEqual(['camera on', 'camera off']);
  });

  it('that can’t be published is off again', async () => {
    const { media, become } = page();
    become('live');
    room.publish.mockRejectedValueOnce(new Error('gone'));
    await media.turnOn('camera');
    expect([media.camera, media.failure?.why]).toEqual([null, 'BUSY']);
  });

  it('that was chosen is used, now and next time, until it is gone', async () => {
    const { media } = page();
    await media.turnOn('microphone');
    await media.choose('microphone', 'headset');
    expect((media.microphone as unknown as ReturnType<typeof trackOf>).setDeviceId).toHaveBeenCalledWith('headset');
    const next = page().media;
    room.createTrack.mockRejectedValueOnce(new DOMException('gone', 'OverconstrainedError'));
    await next.turnOn('microphone');
    expect(room.createTrack.mock.calls).toEqual([
      ['microphone', { deviceId: 'headset' }],
      ['microphone', {}],
    ]);
    expect(next.microphone).not.toBeNull();
    await next.choose('camera', 'front');
    expect(next.chosen).toEqual({ microphone: 'headset', camera: 'front' });
  });

  it('of a phone is chosen by the side it looks at', async () => {
    isCoarse = true;
    const { media } = page();
    await media.flip();
    expect(room.createTrack).not.toHaveBeenCalled();
    await media.turnOn('camera');
    await media.flip();
    await media.turnOn('microphone');
    expect(room.createTrack.mock.calls).toEqual([
      ['camera', { facingMode: 'user' }],
      ['camera', { facingMode: 'environment' }],
      ['microphone', { deviceId: undefined }],
    ]);
  });

  it.each([
    ['microphone', 'useAudio'],
    ['camera', 'useVideo'],
  ] as const)('goes off here too when the right to it is taken: %s', async (device, act) => {
    const { media, store } = page();
    await media.turnOn('microphone');
    await media.turnOn('camera');
    store.reasons = { [act]: 'CUSTOMER_ON_HOLD' };
    await settle();
    expect(media[device]).not.toBeNull();
    store.reasons = { [act]: 'RIGHT_NOT_GIVEN' };
    await settle();
    expect(media[device]).toBeNull();
    expect(media[device === 'camera' ? 'microphone' : 'camera']).not.toBeNull();
    await media.turnOn(device);
    store.reasons = { [act]: 'NOT_YOUR_SEAT' };
    await settle();
    expect(media[device]).toBeNull();
  });
});

describe('after the connection is new', () => {
  it('everything is published again, each for itself', async () => {
    const { media, become, mutate } = page();
    await media.turnOn('microphone');
    await media.turnOn('camera');
    await media.showScreen({ getTracks: () => [] } as unknown as MediaStream);
    become('live');
    room.publish.mockRejectedValueOnce(new Error('microphone'));
    room.emit('connected');
    await settle();
    expect(room.publish.mock.calls).toEqual([[media.microphone], [media.camera]]);
    expect(told(mutate)).toEqual(['microphone on', 'camera on', 'camera on']);
    expect(room.publishScreen).toHaveBeenCalledOnce();
  });

  it('a camera that is not allowed any more is not published', async () => {
    const { media, mutate } = page();
    await media.turnOn('camera');
    mutate.mockRejectedValueOnce(new TandemError('FORBIDDEN'));
    room.emit('connected');
    await settle();
    expect(room.publish).not.toHaveBeenCalled();
  });

  it('a screen is tried every second until it is there, or is shown no more', async () => {
    const { media, become } = page();
    const track = { stop: vi.fn() };
    await media.showScreen({ getTracks: () => [track] } as unknown as MediaStream);
    expect(room.publishScreen).not.toHaveBeenCalled();
    become('live');
    room.publishScreen.mockRejectedValue(new Error('not yet'));
    room.emit('connected');
    await vi.advanceTimersByTimeAsync(2500);
    expect(room.publishScreen).toHaveBeenCalledTimes(3);
    media.hideScreen();
    expect([room.unpublish.mock.calls, track.stop.mock.calls.length, media.screen]).toEqual([[[track]], 1, null]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(room.publishScreen).toHaveBeenCalledTimes(3);
  });

  it('after a hold what was on goes on', async () => {
    const { media, become, store } = page();
    await media.turnOn('microphone');
    become('live');
    store.session = { state: 'ACTIVE', hold: { id: 'h' } };
    await settle();
    expect(room.publish).not.toHaveBeenCalled();
    store.session = { state: 'ACTIVE', hold: null };
    await settle();
    expect(room.publish).toHaveBeenCalledExactlyOnceWith(media.microphone);
  });
});

describe('the others', () => {
  const entry = (participantId: string, source: RemoteMedia['source']) =>
    ({ participantId, source, track: `${source} of ${participantId}` }) as unknown as RemoteMedia;
  const says = (participantId: string, message: DataMessage) => room.emit('data', { participantId, message });

  it('are heard and seen, each source for itself', () => {
    const { media } = page();
    expect([media.audioTracks, media.remoteScreen, media.cameraOf('csr')]).toEqual([[], null, null]);
    room.emit('remote', [
      entry('csr', 'camera'),
      entry('csr', 'microphone'),
      entry('x', 'microphone'),
      entry('x', 'screen'),
    ]);
    expect(media.audioTracks).toEqual(['microphone of csr', 'microphone of x']);
    expect(media.remoteScreen).toBe('screen of x');
    expect([media.cameraOf('csr'), media.cameraOf('x'), media.cameraOf(undefined)]).toEqual([
      'camera of csr',
      null,
      null,
    ]);
  });

  it('are connected while both are in the room', () => {
    const { media, become } = page();
    room.emit('others', ['csr']);
    expect(media.isConnectedTo('csr')).toBe(false);
    become('live');
    expect([media.isConnectedTo('csr'), media.isConnectedTo('x'), media.isConnectedTo(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('have a line of some quality; that it is lost is known better', () => {
    const { media } = page();
    room.emit('quality', { participantId: 'csr', quality: 'poor' });
    room.emit('quality', { participantId: 'x', quality: 'lost' });
    expect(['csr', 'x', 'nobody', undefined].map((id) => media.qualityOf(id))).toEqual([
      'poor',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('write, by their names, until they write no more', () => {
    const { media } = page();
    says('csr', { kind: 'typing', isTyping: true });
    says('csr', { kind: 'typing', isTyping: true });
    says('me', { kind: 'typing', isTyping: true });
    expect(media.typing).toEqual(['Park', 'Kim']);
    says('csr', { kind: 'heartbeat' });
    expect(media.typing).toEqual(['Park', 'Kim']);
    says('csr', { kind: 'typing', isTyping: false });
    expect(media.typing).toEqual(['Park']);
  });

  it('read, each up to their own message', () => {
    const { media } = page();
    says('csr', { kind: 'read', seq: 5 });
    says('x', { kind: 'read', seq: 3 });
    says('csr', { kind: 'read', seq: 7 });
    expect(media.readUpTo).toEqual({ csr: 7, x: 3 });
  });

  it('can be reached while they are heard, and are missed when they fall silent', async () => {
    const { media, become } = page();
    expect(media.isReachable('csr')).toBe(true);
    says('csr', { kind: 'heartbeat' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(media.isReachable('csr')).toBe(false);
    room.emit('remote', [entry('csr', 'screen')]);
    expect(media.isReachable('csr')).toBe(true);
    await vi.advanceTimersByTimeAsync(3000);
    expect(media.isReachable('csr')).toBe(false);
    become('frozen'); // it is the own line
    expect(media.isReachable('csr')).toBe(true);
  });

  it('are told what is read and written by those whom it concerns', () => {
    const { media } = page();
    media.tellRead(4, 'csr');
    media.tellTyping(true, ['csr']);
    media.tellTyping(false);
    expect(room.send.mock.calls).toEqual([
      [{ kind: 'read', seq: 4 }, ['csr']],
      [{ kind: 'typing', isTyping: true }, ['csr']],
      [{ kind: 'typing', isTyping: false }, undefined],
    ]);
  });
});
