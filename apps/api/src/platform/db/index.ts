import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.js';

/** What a use case hands on: a transaction that it can't look into. Only repos know that it is Prisma. */
export type Tx = Prisma.TransactionClient;
export type { Prisma } from '../../generated/prisma/client.js';

export interface Database {
  client: PrismaClient;
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

const RETRIED = new Set(['P2034']); // write conflict or deadlock
const ATTEMPTS = 3;
const ANSWER_MS = 2_000;

export function createDatabase(pool: pg.Pool, close: () => Promise<void> = () => pool.end()): Database {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
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
    isThere: () => (asking ??= ask().finally(() => (asking = null))),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await client.$transaction(work);
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

/** Tells a broken unique rule from any other failure; `index` as the database names it. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'P2002';
}
