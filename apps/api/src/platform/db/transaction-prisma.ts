import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.js';

/** A transaction as Prisma's client: Prisma joins it at the first call. */
export interface Joinable {
  members: Prisma.TransactionClient;
  leave(): void;
}

const nothing = () => undefined;
const NO_ROWS = { fields: [], rows: [], rowCount: 0 };
const isBound = ({ text }: pg.QueryConfig) => /^(?:BEGIN|COMMIT|ROLLBACK)$/.test(text);

/** Our connection in the form of Prisma's pool; its BEGIN and COMMIT do nothing, because the transaction is ours. */
const lend = (line: pg.PoolClient) => ({
  query: (config: pg.QueryConfig) => (isBound(config) ? NO_ROWS : line.query(config)),
  on: nothing,
  removeListener: nothing,
  release: nothing,
});

type Call = (...args: unknown[]) => unknown;
type Members = Record<string, Call & Record<string, Call>>;

/** `tx.model.findMany(…)`, `tx.$queryRaw…`: proxies to a client that is created by the first call. */
function membersOf(join: () => Promise<unknown>): unknown {
  const whole = join as () => Promise<Members>;
  const member = (name: string) =>
    new Proxy(async (...args: unknown[]) => (await whole())[name]!(...args), {
      get:
        (_, method: string) =>
        async (...args: unknown[]) =>
          (await whole())[name]![method]!(...args),
    });
  const known: Record<string, unknown> = { then: undefined }; // must not be treated as a thenable
  return new Proxy(known, { get: (_, name: string) => (name in known ? known[name] : (known[name] = member(name))) });
}

/**
 * A Prisma client that starts no transactions of its own, and joins ours. @param longest maximum duration of one, in
 * milliseconds
 */
export function createTransactionPrisma(pool: pg.Pool, longest: number) {
  const borrowed = new AsyncLocalStorage<pg.PoolClient>();
  const lending = Object.create(pool, {
    query: { value: pool.query.bind(pool) },
    connect: { value: async () => lend(borrowed.getStore()!) },
    on: { value: nothing },
    removeListener: { value: nothing },
  }) as pg.Pool;
  const client = new PrismaClient({
    adapter: new PrismaPg(lending, { disposeExternalPool: false }),
    transactionOptions: { maxWait: longest, timeout: 2 * longest },
  });

  function joinable(line: pg.PoolClient): Joinable {
    let joined: Promise<Prisma.TransactionClient> | null = null;
    let leave = () => {};
    const over = new Promise<void>((resolve) => (leave = resolve));
    const join = () =>
      (joined ??= new Promise((resolve, reject) => {
        const stay = async (tx: Prisma.TransactionClient) => {
          resolve(tx);
          await over;
        };
        borrowed.run(line, () => client.$transaction(stay)).catch(reject);
      }));
    return { members: membersOf(join) as Prisma.TransactionClient, leave };
  }
  return { client, joinable };
}
