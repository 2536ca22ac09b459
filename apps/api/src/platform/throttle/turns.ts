/** Runs the work of one key serially, in the order of the calls; different keys are independent. */
export interface Turns {
  /** @returns the result of the work; that of `full`, immediately, when too much work of this key is queued */
  take<T>(key: string, work: () => Promise<T>, full: () => never): Promise<T>;
}

export function createTurns(limit: number): Turns {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>();
  return {
    async take(key, work, full) {
      const line = lines.get(key) ?? { length: 0, last: Promise.resolve() };
      if (line.length >= limit) return full();
      const turn = line.last.then(work);
      line.length += 1;
      line.last = turn.catch(() => undefined);
      lines.set(key, line);
      try {
        return await turn;
      } finally {
        line.length -= 1;
        if (line.length === 0) lines.delete(key);
      }
    },
  };
}
