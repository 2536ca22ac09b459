import { serverClock } from '@tandem/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useNow } from './use-now';
import { useOffline } from './use-offline';

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the network of this device', () => {
  let isOnline = true;
  const turn = (on: boolean) => {
    isOnline = on;
    dispatchEvent(new Event(on ? 'online' : 'offline'));
  };
  beforeEach(() => {
    isOnline = true;
    vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
  });

  it('is followed as it goes and comes', () => {
    const isOffline = scope.run(() => useOffline())!;
    expect(isOffline.value).toBe(false);
    turn(false);
    expect(isOffline.value).toBe(true);
    turn(true);
    expect(isOffline.value).toBe(false);
  });

  it('may be missing from the first', () => {
    isOnline = false;
    expect(scope.run(() => useOffline())!.value).toBe(true);
  });
});

it('the server’s time goes on every second, or as often as it is wanted', () => {
  vi.spyOn(serverClock, 'now').mockImplementation(() => Date.now() + 5000);
  vi.setSystemTime(100_000);
  const [now, seldom] = scope.run(() => [useNow(), useNow(10_000)] as const)!;
  expect([now.value, seldom.value]).toEqual([105_000, 105_000]);
  vi.advanceTimersByTime(1000);
  expect([now.value, seldom.value]).toEqual([106_000, 105_000]);
  vi.advanceTimersByTime(9000);
  expect(seldom.value).toBe(115_000);
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});

describe('a tone', () => {
  const opened = vi.fn();
  const notes: { pitch: number; start: number; stop: number; volume: [string, number, number][]; isHeard: boolean }[] =
    [];
  class Note {
    frequency = { value: 0 };
    of = { pitch: 0, start: -1, stop: -1, volume: [] as [string, number, number][], isHeard: false };
    connect = (volume: Volume) => {
      this.of.volume = volume.steps;
      return { connect: (end: string) => (this.of.isHeard = end === 'loudspeaker') };
    };
    start = (at: number) => Object.assign(this.of, { pitch: this.frequency.value, start: at });
    stop = (at: number) => notes.push(Object.assign(this.of, { stop: at }));
  }
  class Volume {
    steps: [string, number, number][] = [];
    gain = {
      setValueAtTime: (value: number, at: number) => this.steps.push(['set', value, at]),
      linearRampToValueAtTime: (value: number, at: number) => this.steps.push(['rise', value, at]),
      exponentialRampToValueAtTime: (value: number, at: number) => this.steps.push(['fall', value, at]),
    };
  }
  class Sound {
    currentTime = 10;
    destination = 'loudspeaker';
    resume = vi.fn(() => Promise.resolve());
    createOscillator = () => new Note();
    createGain = () => new Volume();
    constructor() {
      opened(this);
    }
  }
  beforeEach(() => {
    vi.resetModules();
    notes.length = 0;
    opened.mockClear();
  });
  const load = async () => (await import('./tone')).playTone;

  it('is two soft notes, one after the other, that end', async () => {
    vi.stubGlobal('AudioContext', Sound);
    (await load())();
    expect(notes.map(({ pitch, start, isHeard }) => [pitch, start, isHeard])).toEqual([
      [660, 10, true],
      [880, 10.18, true],
    ]);
    for (const { start, stop, volume } of notes) {
      expect(volume.map(([how]) => how)).toEqual(['set', 'rise', 'fall']);
      expect(volume[0]).toEqual(['set', 0, start]);
      expect(Math.max(...volume.map(([, value]) => value))).toBeLessThan(0.1);
      const times = [...volume.map(([, , at]) => at), stop];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(stop - start).toBeCloseTo(0.45);
    }
  });

  it('is played by one and the same sound card, which is woken each time', async () => {
    vi.stubGlobal('AudioContext', Sound);
    const playTone = await load();
    playTone();
    playTone();
    expect(opened).toHaveBeenCalledOnce();
    expect((opened.mock.calls[0]![0] as Sound).resume).toHaveBeenCalledTimes(2);
    expect(notes).toHaveLength(4);
  });

  it('is none where the browser has no sound', async () => {
    vi.stubGlobal('AudioContext', undefined);
    expect(await load()).not.toThrow();
  });
});
