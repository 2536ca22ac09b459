import type { RemoteTrack } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type DirectiveBinding, type EffectScope } from 'vue';
import { attachTrack } from './attach-track';
import { useDevices } from './use-devices';
import { useFlow } from './use-flow';
import { useLevel } from './use-level';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a track on an element', () => {
  type Hook = (element: HTMLMediaElement, binding: Partial<DirectiveBinding>) => void;
  const hooks = attachTrack as unknown as Record<'mounted' | 'updated' | 'beforeUnmount', Hook>;
  class Stream {
    constructor(readonly tracks: unknown[] = []) {}
  }
  let element: HTMLMediaElement;
  const remote = () => ({ attach: vi.fn(), detach: vi.fn(), mediaStreamTrack: 'of the room' });
  beforeEach(() => {
    vi.stubGlobal('MediaStream', Stream);
    element = { srcObject: null } as HTMLMediaElement;
  });

  it('is attached by the room’s library, as a stream, or as a stream of one track', () => {
    const track = remote();
    hooks.mounted(element, { value: track });
    expect(track.attach).toHaveBeenCalledExactlyOnceWith(element);
    hooks.mounted(element, { value: { mediaStreamTrack: 'own' } });
    expect(element.srcObject).toEqual(new Stream(['own']));
    const stream = new Stream();
    hooks.mounted(element, { value: stream });
    expect(element.srcObject).toBe(stream);
    hooks.mounted(element, { value: null });
    expect(element.srcObject).toBeNull();
  });

  it('is replaced by another one, or by none', () => {
    const [one, other] = [remote(), remote()];
    hooks.updated(element, { value: one, oldValue: one });
    expect(one.attach).not.toHaveBeenCalled();
    hooks.updated(element, { value: other, oldValue: one });
    expect(one.detach).toHaveBeenCalledExactlyOnceWith(element);
    expect(other.attach).toHaveBeenCalledExactlyOnceWith(element);
    hooks.updated(element, { value: null, oldValue: other });
    expect(other.detach).toHaveBeenCalledOnce();
    hooks.updated(element, { value: one, oldValue: new Stream() });
    hooks.updated(element, { value: other, oldValue: null });
    expect(other.attach).toHaveBeenCalledTimes(2);
  });

  it('is detached with the element', () => {
    const track = remote();
    element.srcObject = {} as MediaStream;
    hooks.beforeUnmount(element, { value: track });
    expect(track.detach).toHaveBeenCalledExactlyOnceWith(element);
    expect(element.srcObject).toBeNull();
    hooks.beforeUnmount(element, { value: null });
    hooks.beforeUnmount(element, { value: new Stream() });
  });
});

describe('the devices', () => {
  class Plugs extends EventTarget {
    kinds = ['audioinput', 'videoinput', 'audiooutput'];
    enumerateDevices = vi.fn(() => Promise.resolve(this.kinds.map((kind) => ({ kind }))));
  }
  it('are those that are plugged in, also after a change', async () => {
    const plugs = new Plugs();
    vi.stubGlobal('navigator', { mediaDevices: plugs });
    const devices = scope.run(() => useDevices())!;
    expect(devices).toMatchObject({ microphones: [], cameras: [] });
    await settle();
    expect(devices).toMatchObject({ microphones: [{ kind: 'audioinput' }], cameras: [{ kind: 'videoinput' }] });
    plugs.kinds = ['audioinput', 'audioinput'];
    plugs.dispatchEvent(new Event('devicechange'));
    await settle();
    expect([devices.microphones.length, devices.cameras.length]).toEqual([2, 0]);
    scope.stop();
    plugs.dispatchEvent(new Event('devicechange'));
    expect(plugs.enumerateDevices).toHaveBeenCalledTimes(2);
  });

  it('are none where the browser lists none', async () => {
    vi.stubGlobal('navigator', {});
    const without = scope.run(() => useDevices())!;
    const plugs = new Plugs();
    plugs.enumerateDevices.mockRejectedValue(new Error('no'));
    vi.stubGlobal('navigator', { mediaDevices: plugs });
    const refused = scope.run(() => useDevices())!;
    await settle();
    for (const { microphones, cameras } of [without, refused]) expect([microphones, cameras]).toEqual([[], []]);
    vi.stubGlobal('navigator', {});
    expect(() => scope.stop()).not.toThrow();
  });
});

it('the devices are listed once by a browser that reports no changes of them', async () => {
  const enumerateDevices = vi.fn(() => Promise.resolve([{ kind: 'audioinput' }]));
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } });
  const devices = scope.run(() => useDevices())!;
  await settle();
  expect(devices).toMatchObject({ microphones: [{ kind: 'audioinput' }], cameras: [] });
  expect(() => scope.stop()).not.toThrow();
});

describe('the data rate of a video', () => {
  /** Each sample is one second and some bytes further. */
  const trackOf = (bytesALook: number) => {
    let looks = 0;
    const getRTCStatsReport = () => {
      looks++;
      const stat = { timestamp: looks * 1000, bytesReceived: looks * bytesALook, frameWidth: 1920, frameHeight: 1080 };
      return Promise.resolve([{ type: 'transport' }, { type: 'inbound-rtp', ...stat }, { type: 'codec' }]);
    };
    return { getRTCStatsReport } as unknown as RemoteTrack;
  };

  it('is known from the second sample on, over the last four', async () => {
    const track = shallowRef<RemoteTrack | null>(trackOf(1000));
    const flow = scope.run(() => useFlow(() => track.value))!;
    await settle(1000);
    expect(flow.value).toBeNull();
    await settle(1000);
    expect(flow.value).toEqual({ bytesPerSecond: 1000, width: 1920, height: 1080 });
    track.value = trackOf(5000);
    await settle(1000);
    expect(flow.value).toBeNull(); // another track
    await settle(1000);
    expect(flow.value?.bytesPerSecond).toBe(5000);
    track.value = null;
    await settle(1000);
    expect(flow.value).toBeNull();
  });

  it('ignores older samples', async () => {
    const received = [0, 90_000, 90_000, 90_000, 90_000];
    let look = 0;
    const track = {
      getRTCStatsReport: () =>
        Promise.resolve([{ type: 'inbound-rtp', timestamp: look * 1000, bytesReceived: received[look++] }]),
    } as unknown as RemoteTrack;
    const flow = scope.run(() => useFlow(() => track))!;
    await settle(4000);
    expect(flow.value).toEqual({ bytesPerSecond: 30_000, width: 0, height: 0 });
    await settle(1000);
    expect(flow.value?.bytesPerSecond).toBe(0);
  });

  it.each([
    ['nothing', () => Promise.resolve(undefined)],
    ['a failure', () => Promise.reject(new Error('gone'))],
    ['nothing of a picture', () => Promise.resolve([{ type: 'transport' }])],
  ])('is unknown where the statistics hold %s', async (_what, getRTCStatsReport) => {
    const flow = scope.run(() => useFlow(() => ({ getRTCStatsReport }) as unknown as RemoteTrack))!;
    await settle(3000);
    expect(flow.value).toBeNull();
  });

  it('is not measured after its page has gone', () => {
    scope.run(() => useFlow(() => null));
    scope.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the loudness of a microphone', () => {
  let sample = 0;
  const closed = vi.fn(() => Promise.resolve());
  beforeEach(() => {
    closed.mockClear();
    vi.stubGlobal('MediaStream', class {});
    vi.stubGlobal(
      'AudioContext',
      class {
        close = closed;
        createMediaStreamSource = () => ({ connect: () => undefined });
      },
    );
    vi.stubGlobal(
      'AnalyserNode',
      class {
        fftSize: number;
        constructor(_audio: unknown, { fftSize }: { fftSize: number }) {
          this.fftSize = fftSize;
        }
        getFloatTimeDomainData = (samples: Float32Array) => samples.fill(sample);
      },
    );
  });

  it.each([
    [0, 0],
    [0.1, 0.3],
    [-0.2, 0.6],
    [0.5, 1],
  ])('is told ten times a second: %d is %d', async (amplitude, loudness) => {
    sample = amplitude;
    const level = scope.run(() => useLevel(() => ({}) as MediaStreamTrack))!;
    expect(level.value).toBe(0);
    await settle(100);
    expect(level.value).toBeCloseTo(loudness, 5);
  });

  it('is zero without a microphone, and each meter is closed', async () => {
    sample = 0.1;
    const track = shallowRef<MediaStreamTrack | null>({} as MediaStreamTrack);
    const level = scope.run(() => useLevel(() => track.value))!;
    await settle(100);
    track.value = null;
    await nextTick();
    expect([level.value, closed.mock.calls.length, vi.getTimerCount()]).toEqual([0, 1, 0]);
    track.value = {} as MediaStreamTrack;
    await nextTick();
    scope.stop();
    expect([closed.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
    const without = effectScope();
    without.run(() => useLevel(() => null));
    expect(() => without.stop()).not.toThrow();
  });
});
