import type { Hub } from './hub.js';

/**
 * Yields what `read` returns now, and again after every wake-up of the stream: for short lists that are sent
 * completely. `return()` ends it immediately, also while it waits, and calls `onEnd` once.
 */
export function watch<T>(
  hub: Hub,
  stream: string,
  read: () => Promise<T>,
  onEnd: () => void = () => undefined,
): AsyncGenerator<T, void> {
  const waiter = hub.listen(stream);
  let isClosed = false;
  async function* values(): AsyncGenerator<T, void> {
    while (!isClosed) {
      yield await read();
      if (!isClosed) await waiter.next();
    }
  }
  const generator = values();
  return Object.assign(generator, {
    return: async () => {
      if (!isClosed) onEnd();
      isClosed = true;
      waiter.close();
      return { value: undefined, done: true as const };
    },
  });
}
