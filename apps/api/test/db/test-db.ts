// The database of a test file: PGlite, or PostgreSQL when TEST_DATABASE_URL is set. A worker opens one and keeps it.
import { openAsBlob } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { inject } from 'vitest';
import { PrismaClient } from '../../src/generated/prisma/client.js';
import { openPglite, pglitePool } from '../../src/platform/db/pglite-pool.js';
import { withDatabase, type DbSource } from './global-setup.js';

export interface TestDb {
  kind: DbSource['kind'];
  prisma: PrismaClient;
  /** The pool under `prisma`. On PGlite it has one connection: don't query it inside a transaction. */
  pool: pg.Pool;
  /** A PostgreSQL address for what opens its own connections; undefined on PGlite. */
  url: string | undefined;
  /** Empties all tables. */
  reset(): Promise<void>;
  /** Ends the connections of this file. The database itself stays for the next file. */
  close(): Promise<void>;
}

/** One a worker process: modules are shared between files (`isolate: false`), a global is sure to be. */
interface WorkerDb {
  lite?: Promise<PGlite>;
  url?: Promise<string>;
  tables?: string;
}
const worker = ((globalThis as { tandemTestDb?: WorkerDb }).tandemTestDb ??= {});

/** An empty database with all migrations. Call it in `beforeAll`, `close` in `afterAll`. */
export async function testDb(): Promise<TestDb> {
  const source = inject('dbSource');
  const url = source.kind === 'postgres' ? await (worker.url ??= copyTemplate(source)) : undefined;
  const pool = url ? new pg.Pool({ connectionString: url, max: 10 }) : await litePool(source);
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
  return { kind: source.kind, prisma, pool, url, reset, close };
}

async function litePool(source: DbSource): Promise<pg.Pool> {
  if (source.kind !== 'pglite') throw new Error('no PGlite snapshot in this run');
  worker.lite ??= openAsBlob(source.snapshot).then((loadDataDir) => openPglite({ loadDataDir }));
  return pglitePool(await worker.lite);
}

async function copyTemplate({ adminUrl, template, prefix }: Extract<DbSource, { kind: 'postgres' }>): Promise<string> {
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
