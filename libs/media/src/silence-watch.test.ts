// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT_AFTER_MS, watchForSilence, type SilenceWatch } from './silence-watch';

let silent: string[] = [];
let changes = 0;
let watch: SilenceWatch;

beforeEach(() => {
  vi.useFakeTimers();
  [silent, changes] = [[], 0];
  watch = watchForSilence((ids) => {
    silent = [...ids];
    changes++;
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

describe('a silent participant', () => {
  it('is noticed within half a second of the limit, once', () => {
    watch.heard('customer');
    vi.advanceTimersByTime(SILENT_AFTER_MS - 1);
    expect(silent).toEqual([]);
    vi.advanceTimersByTime(501);
    expect(silent).toEqual(['customer']);
    vi.advanceTimersByTime(10_000);
    expect(changes).toBe(1);
  });

  it('is not somebody whose heartbeats arrive, nor somebody who was never heard', () => {
    for (let second = 0; second < 30; second++) {
      watch.heard('customer');
      vi.advanceTimersByTime(1000);
    }
    expect(changes).toBe(0);
  });

  it('is back with the first heartbeat, while others stay silent', () => {
    watch.heard('customer');
    watch.heard('assistant');
    vi.advanceTimersByTime(5000);
    watch.heard('customer');
    expect(silent).toEqual(['assistant']);
  });

  it('is nobody while this window itself is disconnected', () => {
    watch.heard('customer');
    vi.advanceTimersByTime(5000);
    watch.forget();
    expect(silent).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(silent).toEqual([]);
  });
});
