import type { MediaRoom } from '@tandem/media';
import { afterEach, beforeEach, vi } from 'vitest';
import { effectScope, reactive } from 'vue';
import { JoinMediaDocument, SetCameraDocument, SetMicrophoneDocument } from '../src/gql/graphql';
import type { SessionStore } from '../src/session/use-session';

export type RoomOptions = ConstructorParameters<typeof MediaRoom>[0];

/** The media room, as far as the composables use it. */
export class FakeRoom {
  readonly listeners = new Map<string, Set<(value: never) => void>>();
  readonly connect = vi.fn();
  readonly useHere = vi.fn();
  readonly close = vi.fn(() => this.emit('state', 'closed'));
  readonly publish = vi.fn(() => Promise.resolve());
  readonly unpublish = vi.fn(() => Promise.resolve());
  readonly publishScreen = vi.fn(() => Promise.resolve());
  readonly setScreenMode = vi.fn(() => Promise.resolve());
  readonly send = vi.fn();
  readonly receiveCameras = vi.fn();
  readonly setCameraAudience = vi.fn();
  readonly createTrack = vi.fn((kind: string, options: object) => Promise.resolve(trackOf(kind, options)));
  constructor(readonly options?: RoomOptions) {}

  get asRoom(): MediaRoom {
    return this as unknown as MediaRoom;
  }
  on(name: string, listener: (value: never) => void) {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(name);
    };
  }
  emit(name: string, value?: unknown) {
    this.listeners.get(name)?.forEach((listener) => listener(value as never));
  }
}

class Source extends EventTarget {
  readyState = 'live';
  getSettings = () => ({ deviceId: 'built-in' });
}
export const trackOf = (kind: string, options: object) => ({
  ...{ kind, options, stop: vi.fn(), mute: () => Promise.resolve(), unmute: () => Promise.resolve() },
  ...{ setDeviceId: vi.fn(() => Promise.resolve(true)), mediaStreamTrack: new Source() },
});

export const SEATED = { id: 'me', name: 'Park', role: 'PRIMARY_CUSTOMER', state: 'SEATED', isConnected: true };
interface Facts {
  me: object | null;
  session: object | null;
  reasons: Record<string, string | null>;
}
/** A session store whose facts a test sets, and the requests that are sent. */
export function fakeStore(more: object = {}) {
  const mutate = vi.fn((document: unknown, variables: object): Promise<unknown> => {
    void variables;
    return Promise.resolve(document === JoinMediaDocument ? { joinMedia: { url: 'u', token: 't' } } : {});
  });
  const facts: Facts = { me: SEATED, session: { state: 'ACTIVE', hold: null, shareMode: 'STANDARD' }, reasons: {} };
  const store = reactive({
    ...{ id: 's', connection: 'live', client: { mutate }, ...facts },
    participants: [SEATED, { id: 'csr', name: 'Kim', role: 'PRIMARY_CSR', state: 'SEATED', isConnected: true }],
    ability: (act: string) => ({ isAllowed: !store.reasons[act], reason: store.reasons[act] ?? null }),
    ...more,
  });
  return { store, mutate, asStore: store as unknown as SessionStore };
}

/** What was announced to the server about devices: `microphone on` … */
export const announced = (mutate: { mock: { calls: unknown[][] } }) =>
  mutate.mock.calls.flatMap(([document, variables]) => {
    const device = document === SetMicrophoneDocument ? 'microphone' : document === SetCameraDocument ? 'camera' : null;
    return device ? [`${device} ${(variables as { isOn: boolean }).isOn ? 'on' : 'off'}`] : [];
  });

export const settle = () => vi.advanceTimersByTimeAsync(0);

/** For each test of a file: a scope, a browser with devices, and a clock that the test turns. */
export function useFakeBrowser() {
  const browser = { isPhone: false, scope: effectScope() };
  beforeEach(() => {
    Object.assign(browser, { isPhone: false, scope: effectScope() });
    localStorage.clear();
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: browser.isPhone }));
    vi.stubGlobal('navigator', {
      userAgent: 'Chrome',
      mediaDevices: Object.assign(new EventTarget(), {
        enumerateDevices: () => Promise.resolve([{ deviceId: 'built-in' }]),
      }),
    });
  });
  afterEach(() => {
    browser.scope.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return browser;
}
