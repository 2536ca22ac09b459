// The database of a test file: a copy of the template that `global-setup.ts` provides. A worker creates one and keeps
// it.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { inject } from 'vitest';
import { openPool } from '../../src/platform/db/open-database.js';
import { PrismaClient } from '../../src/generated/prisma/client.js';
import { withDatabase, type DbSource } from './global-setup.js';

export interface TestDb {
  prisma: PrismaClient;
  /** The pool under `prisma`. */
  pool: pg.Pool;
  /** Its address, for connections outside the pool. */
  url: string;
  /** Empties all tables. */
  reset(): Promise<void>;
  /** Ends the connections of this file. The database itself is kept for the next file. */
  close(): Promise<void>;
}

/** One for each worker process: a global, because modules may be loaded more than once. */
interface WorkerDb {
  url?: Promise<string>;
  tables?: string;
}
const worker = ((globalThis as { tandemTestDb?: WorkerDb }).tandemTestDb ??= {});

/**
 * An empty database with all migrations. Call it in `beforeAll`, `close` in `afterAll`. `by` changes the connection's
 * address.
 */
export async function testDb(by = (url: string) => url): Promise<TestDb> {
  const url = by(await (worker.url ??= copyTemplate(inject('dbSource'))));
  const pool = openPool(url);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  const reset = () => truncate(pool);
  await reset();
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { prisma, pool, url, reset, close };
}

async function copyTemplate({ adminUrl, template, prefix }: DbSource): Promise<string> {
  const name = `${prefix}${process.pid}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.end();
  return withDatabase(adminUrl, name);
}

async function truncate(pool: pg.Pool): Promise<void> {
  if (!worker.tables) {
    const { rows } = await pool.query<{ names: string }>(
      `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS names FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    worker.tables = rows[0]?.names ?? '';
  }
  await pool.query(`TRUNCATE ${worker.tables} RESTART IDENTITY CASCADE`);
}
