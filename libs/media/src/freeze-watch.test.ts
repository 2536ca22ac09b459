// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForFreeze } from './freeze-watch';

let bytes: number | null | Error = 0;
const onFrozen = vi.fn();
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  bytes = 100;
  onFrozen.mockReset();
  stop = watchForFreeze({
    received: () => (bytes instanceof Error ? Promise.reject(bytes) : Promise.resolve(bytes)),
    onFrozen,
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('a connection from which no data arrives', () => {
  it('counts as frozen after three seconds, and is reported once', async () => {
    await vi.advanceTimersByTimeAsync(3000);
    expect(onFrozen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500); // the first check has nothing to compare with
    expect(onFrozen).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not frozen while any data arrives', async () => {
    for (let checks = 0; checks < 20; checks++) {
      bytes = 100 + checks;
      await vi.advanceTimersByTimeAsync(2500);
    }
    expect(onFrozen).not.toHaveBeenCalled();
  });

  it.each([null, new Error('no figures')])('is not judged without statistics (%s)', async (figures) => {
    bytes = figures;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).not.toHaveBeenCalled();
  });

  it('is not watched after the watch was stopped', async () => {
    await vi.advanceTimersByTimeAsync(3400);
    stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).not.toHaveBeenCalled();
  });
});
