import type { Clock } from '../clock/index.js';
import { after } from '../clock/index.js';
import type { Database } from '../db/index.js';

export interface Budget {
  key: string;
  limit: number;
  /** Length of the window in milliseconds. */
  window: number;
}

/** Counted tries in a window, kept in the database so that a restart forgives nobody. */
export interface Throttle {
  /**
   * Counts one try and tells whether it was within the budget. One statement, so that tries at the same moment can't
   * all pass before any is counted.
   */
  take(budget: Budget): Promise<{ isAllowed: boolean; secondsLeft: number }>;
  /** Takes one counted try back: it was a right one. */
  refund(key: string): Promise<void>;
  forget(key: string): Promise<void>;
  sweep(): Promise<void>;
}

export function createThrottle({ db, clock }: { db: Database; clock: Clock }): Throttle {
  const left = (end: Date) => Math.max(1, Math.ceil((end.getTime() - clock.now().getTime()) / 1000));

  async function add(budget: Budget): Promise<{ count: number; windowEnd: Date }> {
    const now = clock.now();
    const [row] = await db.client.$queryRaw<{ count: number; window_end: Date }[]>`
      INSERT INTO throttle AS t (key, count, window_end) VALUES (${budget.key}, 1, ${after(now, budget.window)})
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN t.window_end <= ${now} THEN 1 ELSE t.count + 1 END,
        window_end = CASE WHEN t.window_end <= ${now} THEN excluded.window_end ELSE t.window_end END
      RETURNING count, window_end`;
    return { count: row!.count, windowEnd: row!.window_end };
  }

  return {
    async take(budget) {
      const row = await add(budget);
      return { isAllowed: row.count <= budget.limit, secondsLeft: left(row.windowEnd) };
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
