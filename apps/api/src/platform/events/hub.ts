/** Wakes who waits for a stream. A wake-up carries nothing: whoever is woken reads the log. */
export interface Hub {
  wake(stream: string): void;
  /**
   * A waiter for one stream: `next()` resolves at the next wake-up, or at once if one came since the last call. `onWake` is
   * called before anybody who listened later goes on.
   */
  listen(stream: string, onWake?: () => void): Waiter;
}
export interface Waiter {
  next(): Promise<void>;
  close(): void;
}

export function createHub(): Hub {
  const waiters = new Map<string, Set<() => void>>();
  return {
    wake: (stream) => waiters.get(stream)?.forEach((ring) => ring()),
    listen(stream, onWake) {
      let isRung = false;
      let resolve: (() => void) | null = null;
      const ring = () => {
        isRung = true;
        onWake?.();
        resolve?.();
      };
      const set = waiters.get(stream) ?? new Set();
      waiters.set(stream, set.add(ring));
      return {
        async next() {
          if (!isRung) await new Promise<void>((done) => (resolve = done));
          isRung = false;
          resolve = null;
        },
        close() {
          set.delete(ring);
          if (set.size === 0 && waiters.get(stream) === set) waiters.delete(stream);
          ring();
        },
      };
    },
  };
}
