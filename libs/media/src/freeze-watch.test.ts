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

describe('a connection of which nothing comes', () => {
  it('stands still after three seconds, once', async () => {
    await vi.advanceTimersByTimeAsync(3000);
    expect(onFrozen).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500); // the first check has nothing to compare with
    expect(onFrozen).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not stand still while anything comes', async () => {
    for (let checks = 0; checks < 20; checks++) {
      bytes = 100 + checks;
      await vi.advanceTimersByTimeAsync(2500);
    }
    expect(onFrozen).not.toHaveBeenCalled();
  });

  it.each([null, new Error('no figures')])('is not judged without figures (%s)', async (figures) => {
    bytes = figures;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).not.toHaveBeenCalled();
  });

  it('is watched no more once that was stopped', async () => {
    await vi.advanceTimersByTimeAsync(3400);
    stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onFrozen).not.toHaveBeenCalled();
  });
});
