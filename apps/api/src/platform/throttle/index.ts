import type { Clock } from '../clock/index.js';
import { after } from '../clock/index.js';
import type { Database } from '../db/index.js';

export interface Budget {
  key: string;
  limit: number;
  /** Length of the window in milliseconds. */
  window: number;
}

/** Counted attempts in a window, kept in the database so that a restart does not reset them. */
export interface Throttle {
  /**
   * Counts one attempt and returns whether it was within the budget, and the count. A single statement, so that
   * concurrent attempts can't all pass before any is counted. Refused attempts are not counted.
   */
  take(budget: Budget): Promise<{ isAllowed: boolean; count: number; secondsLeft: number }>;
  /** The number of attempts of each key in its current window. */
  counts(keys: readonly string[]): Promise<number[]>;
  /** Takes one counted attempt back: it was a correct one. */
  refund(key: string): Promise<void>;
  forget(key: string): Promise<void>;
  sweep(): Promise<void>;
}

export function createThrottle({ db, clock }: { db: Database; clock: Clock }): Throttle {
  const left = (end: Date) => Math.max(1, Math.ceil((end.getTime() - clock.now().getTime()) / 1000));

  /** @returns null when the budget is used up */
  async function add({ key, limit, window }: Budget): Promise<{ count: number; windowEnd: Date } | null> {
    const now = clock.now();
    const [row] = await db.client.$queryRaw<{ count: number; window_end: Date }[]>`
      INSERT INTO throttle AS t (key, count, window_end) VALUES (${key}, 1, ${after(now, window)})
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN t.window_end <= ${now} THEN 1 ELSE t.count + 1 END,
        window_end = CASE WHEN t.window_end <= ${now} THEN excluded.window_end ELSE t.window_end END
      WHERE t.window_end <= ${now} OR t.count < ${limit}
      RETURNING count, window_end`;
    return row ? { count: row.count, windowEnd: row.window_end } : null;
  }

  return {
    async take(budget) {
      const taken = await add(budget);
      if (taken) return { isAllowed: true, count: taken.count, secondsLeft: left(taken.windowEnd) };
      const full = await db.client.throttle.findUnique({ where: { key: budget.key } });
      return { isAllowed: false, count: budget.limit, secondsLeft: full ? left(full.windowEnd) : 1 };
    },
    async counts(keys) {
      const rows = await db.client.throttle.findMany({
        where: { key: { in: [...keys] }, windowEnd: { gt: clock.now() } },
      });
      return keys.map((key) => rows.find((row) => row.key === key)?.count ?? 0);
    },
    async refund(key) {
      await db.client.throttle.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
    },
    async forget(key) {
      await db.client.throttle.deleteMany({ where: { key } });
    },
    async sweep() {
      await db.client.throttle.deleteMany({ where: { windowEnd: { lte: clock.now() } } });
    },
  };
}
