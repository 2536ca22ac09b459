import type pg from 'pg';
import type { Prisma } from '../../generated/prisma/client.js';
import { createTransactionPrisma } from './transaction-prisma.js';
import { sqlOn, type Sql } from './sql.js';

/** An opaque transaction that use cases pass on. Only repos know what it is. */
export type Tx = Prisma.TransactionClient & { readonly sql: Sql };

/** A change that locks rows for longer is aborted. */
const LONGEST_MS = 15_000;
const ignore = () => undefined;

/**
 * Transactions are ours, on a connection of the pool; Prisma joins one when a repo first queries through it. Joining
 * costs several times what the rest of the transaction does, and the most frequent changes do without.
 */
export function createTransactions(pool: pg.Pool) {
  const { client, joinable } = createTransactionPrisma(pool, LONGEST_MS);

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const line = await pool.connect();
    line.on('error', ignore); // connection lost: the next query fails
    let isCut = false;
    const late = setTimeout(() => {
      isCut = true;
      line.release(true); // the pending query fails
    }, LONGEST_MS);
    const { members, leave } = joinable(line);
    try {
      await line.query('BEGIN');
      const result = await work(Object.assign(members, { sql: sqlOn(line) }));
      await line.query('COMMIT');
      return result;
    } catch (error) {
      if (!isCut) await line.query('ROLLBACK').catch(ignore);
      throw error;
    } finally {
      leave();
      clearTimeout(late);
      if (!isCut) {
        line.removeListener('error', ignore);
        line.release();
      }
    }
  }
  return { client, run };
}
