// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { useHotSwap } from './use-hot-swap';

/** The connected devices, and the browser's event when they change. */
class Plugs extends EventTarget {
  constructor(public plugged: string[]) {
    super();
  }
  enumerateDevices = () => Promise.resolve(this.plugged.map((deviceId) => ({ deviceId, kind: 'audioinput' })));
  unplug(deviceId: string) {
    this.plugged = this.plugged.filter((id) => id !== deviceId);
    this.dispatchEvent(new Event('devicechange'));
  }
}
class Source extends EventTarget {
  readyState = 'live';
  constructor(readonly deviceId: string) {
    super();
  }
  get label() {
    return `the ${this.deviceId}`;
  }
  getSettings = () => ({ deviceId: this.deviceId });
  end() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}
/** A track of the media library, which can be restarted with another device. */
function trackOf(deviceId: string, plugs: Plugs) {
  const track = {
    mediaStreamTrack: new Source(deviceId),
    restarts: 0,
    restartTrack(options: object) {
      expect(options).toEqual({ deviceId: 'default' });
      if (plugs.plugged.length === 0) return Promise.reject(new DOMException('none', 'NotFoundError'));
      track.restarts++;
      track.mediaStreamTrack = new Source(plugs.plugged[0]!);
      return Promise.resolve();
    },
  };
  return track;
}

let scope: EffectScope;
let plugs: Plugs;
const nothingLeft = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  nothingLeft.mockReset();
  plugs = new Plugs(['built-in', 'headset']);
  vi.stubGlobal('navigator', { mediaDevices: plugs });
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function talkingWith(deviceId: string, device: 'microphone' | 'camera' = 'microphone') {
  const tracks = { microphone: shallowRef<ReturnType<typeof trackOf> | null>(null), camera: shallowRef(null) };
  const swap = scope.run(() => useHotSwap(tracks as never, nothingLeft))!;
  const track = trackOf(deviceId, plugs);
  (tracks[device] as typeof tracks.microphone).value = track;
  await nextTick();
  return { ...tracks, track, swap };
}

describe('a headset that is unplugged in the middle', () => {
  it('is replaced by the default within two seconds, and the person is told for a while', async () => {
    const { track, swap } = await talkingWith('headset');
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(2000);
    expect(track.mediaStreamTrack.deviceId).toBe('built-in');
    expect(swap.value).toEqual({ device: 'microphone', label: 'the built-in' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(swap.value).toBeNull();
  });

  it('is replaced once, whichever event comes first', async () => {
    const { track } = await talkingWith('headset');
    track.mediaStreamTrack.end();
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(2000);
    expect(track.restarts).toBe(1);
  });

  it('is left to the media library where that was quicker, and the notice is shown all the same', async () => {
    const { track, swap } = await talkingWith('headset');
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(100);
    track.mediaStreamTrack = new Source('built-in');
    await vi.advanceTimersByTimeAsync(2000);
    expect(track.restarts).toBe(0);
    expect(swap.value?.label).toBe('the built-in');
  });

  it('is turned off where there is no other', async () => {
    plugs.plugged = ['headset'];
    const { swap } = await talkingWith('headset');
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(2000);
    expect(nothingLeft).toHaveBeenCalledWith('microphone');
    expect(swap.value).toBeNull();
  });
});

describe('a device that ends', () => {
  it.each(['microphone', 'camera'] as const)('by itself is replaced too: a %s', async (device) => {
    const { track, swap } = await talkingWith('headset', device);
    plugs.plugged = ['built-in'];
    track.mediaStreamTrack.end();
    await vi.advanceTimersByTimeAsync(399);
    expect(track.restarts).toBe(0); // the media library may do it
    await vi.advanceTimersByTimeAsync(1);
    expect(swap.value).toEqual({ device, label: 'the built-in' });
    await vi.advanceTimersByTimeAsync(7999);
    expect(swap.value).not.toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(swap.value).toBeNull();
  });

  it('after it came in the place of another is replaced again', async () => {
    plugs.plugged = ['second', 'headset', 'built-in'];
    const { track } = await talkingWith('headset');
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(2000);
    expect(track.mediaStreamTrack.deviceId).toBe('second');
    plugs.plugged = ['built-in'];
    track.mediaStreamTrack.end();
    await vi.advanceTimersByTimeAsync(2000);
    expect([track.mediaStreamTrack.deviceId, track.restarts]).toEqual(['built-in', 2]);
  });

  it('and was turned off meanwhile is not turned on again', async () => {
    const { microphone, track, swap } = await talkingWith('headset');
    plugs.unplug('headset');
    await vi.advanceTimersByTimeAsync(100);
    microphone.value = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect([track.restarts, swap.value, nothingLeft.mock.calls.length]).toEqual([0, null, 0]);
  });
});

it.each(['built-in', 'default', ''])('another device that comes or goes changes nothing for “%s”', async (deviceId) => {
  const { track, swap } = await talkingWith(deviceId);
  plugs.unplug('headset');
  await vi.advanceTimersByTimeAsync(2000);
  expect([track.restarts, swap.value]).toEqual([0, null]);
});

it('a browser that does not tell which devices there are breaks nothing', async () => {
  const { track } = await talkingWith('headset');
  plugs.enumerateDevices = () => Promise.reject(new Error('no'));
  plugs.unplug('headset');
  await vi.advanceTimersByTimeAsync(2000);
  expect(track.restarts).toBe(0);
});
