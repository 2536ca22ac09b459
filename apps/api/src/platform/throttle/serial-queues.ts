/** Runs the work of one key serially, in the order of the calls; different keys are independent. */
export interface SerialQueues {
  /** @returns the result of the work; that of `full`, immediately, when too much work of this key is queued */
  run<T>(key: string, work: () => Promise<T>, full: () => never): Promise<T>;
}

export function createSerialQueues(limit: number): SerialQueues {
  const queues = new Map<string, { length: number; last: Promise<unknown> }>();
  return {
    async run(key, work, full) {
      const queue = queues.get(key) ?? { length: 0, last: Promise.resolve() };
      if (queue.length >= limit) return full();
      const call = queue.last.then(work);
      queue.length += 1;
      queue.last = call.catch(() => undefined);
      queues.set(key, queue);
      try {
        return await call;
      } finally {
        queue.length -= 1;
        if (queue.length === 0) queues.delete(key);
      }
    },
  };
}
