/** Does the work of one key after the other, in the order of asking; different keys don't wait for each other. */
export interface Turns {
  /** @returns what the work returns; `full` at once when too many of this key stand in line */
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
