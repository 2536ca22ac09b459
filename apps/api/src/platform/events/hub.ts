/** Wakes the subscribers of a stream. A wake-up carries no data: subscribers re-read the log. */
export interface Hub {
  wake(stream: string): void;
  /**
   * A waiter for one stream: `next()` resolves at the next wake-up, or immediately if one came since the last call.
   * `onWake` runs before any waiter that was registered later resumes.
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
