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
   * Runs one change. Inside, everything goes through `tx`: a query beside it would not see what it has written, and may
   * wait for it. `work` may be run again when the database asks for it (deadlock, serialization), so it must not act
   * outside.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers now, found out within some seconds; many who ask at once share one answer. */
  isThere(): Promise<boolean>;
  close(): Promise<void>;
}

/** Write conflict or deadlock: as Prisma says it, and the driver. */
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

/** A condition for texts in which this one stands, letter by letter: Prisma itself takes `%` and `_` for any letters. */
export const containing = (text: string) =>
  // eslint-disable-next-line no-restricted-syntax -- the one place that knows how
  ({ contains: text.replace(WILDCARD, '\\$&'), mode: 'insensitive' }) as const;

const UNIQUE = new Set(['P2002', '23505']);
/** Tells a broken unique rule from any other failure; `index` as the database names it. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has((error as { code?: string } | null)?.code ?? '');
}
