import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { PrismaClient } from '../../generated/prisma/client.js';
import { sqlOn, type Sql } from './sql.js';
import { createTransactions, type Tx } from './transactions.js';

export { Prisma } from '../../generated/prisma/client.js';
export { statement, table } from './sql.js';
export type { Tx } from './transactions.js';

export interface Database {
  client: PrismaClient;
  /** Outside of any transaction. */
  sql: Sql;
  /**
   * Runs one change in a transaction. Inside, every query must go through `tx`: a query outside would not see its
   * writes, and may deadlock with it. `work` is run again after a deadlock or serialization failure, so it must have no
   * side effects outside the database.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers now, within some seconds; concurrent callers share one check. */
  isThere(): Promise<boolean>;
  close(): Promise<void>;
}

/** Write conflict or deadlock: Prisma's code, and the driver's. */
const RETRIED = new Set(['P2034', '40001', '40P01']);
const ATTEMPTS = 3;
const ANSWER_MS = 2_000;

export function createDatabase(pool: pg.Pool, close: () => Promise<void> = () => pool.end()): Database {
  const { client, run } = createTransactions(pool);
  let asking: Promise<boolean> | null = null;
  async function ask(): Promise<boolean> {
    const answered = pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answered, sleep(ANSWER_MS, false, { ref: false })]);
  }
  return {
    client,
    sql: sqlOn(pool),
    isThere: () => (asking ??= ask().finally(() => (asking = null))),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await run(work);
        } catch (error) {
          if (attempt === ATTEMPTS || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
        }
      }
    },
    async close() {
      await client.$disconnect();
      await close();
    },
  };
}

const WILDCARD = /[\\%_]/g;

/** A condition for texts that contain this one literally: Prisma treats `%` and `_` as wildcards. */
export const containing = (text: string) =>
  // eslint-disable-next-line no-restricted-syntax -- the one place that knows how
  ({ contains: text.replace(WILDCARD, '\\$&'), mode: 'insensitive' }) as const;

const UNIQUE = new Set(['P2002', '23505']);
/** Whether an error is the violation of a unique index; `index` is its name in the database. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has((error as { code?: string } | null)?.code ?? '');
}
