import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config/index.js';
import { isDatabaseUnavailable } from '../availability/index.js';
import { createDatabase, type Database } from './index.js';
import { applyMigrations } from './migrate.js';
import { acquireProcessLock, guardPool } from './process-lock.js';

/** An error that prevents the start; its message says how to fix it. */
export class DatabaseOpenError extends Error {
  constructor(
    readonly code: 'DATABASE_MISSING' | 'DATABASE_UNREACHABLE' | 'DATABASE_UNFIT' | 'DATABASE_TAKEN',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../../prisma/migrations');
/** Each is a server process; a change uses one for some milliseconds. */
const CONNECTIONS = 20;
/** Timeout for opening a connection, and for getting a free one. */
const CONNECT_MS = 10_000;
/** Idle time after which TCP keep-alive checks whether the other side still exists. */
const KEEP_ALIVE_MS = 10_000;

export const DATABASE_TAKEN =
  'Another Tandem process works on this database, and only one may: stop it first, or give this one a database of its own.';

/**
 * Opens PostgreSQL for the only process that may use it, and applies the migrations.
 * @param onReplaced another process has taken the database over: this one must exit
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl'>, onReplaced: () => void): Promise<Database> {
  const lock = await acquireProcessLock(urlOf(config), { onReplaced }).catch((error: Error) => {
    throw unreachable(error);
  });
  if (!lock) throw new DatabaseOpenError('DATABASE_TAKEN', DATABASE_TAKEN);
  const pool = openPool(urlOf(config));
  guardPool(pool, lock.isOwned);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    await lock.release();
    throw error;
  }
  return createDatabase(pool, async () => {
    await pool.end();
    await lock.release();
  });
}

function urlOf({ databaseUrl }: Pick<Config, 'databaseUrl'>): string {
  if (!databaseUrl)
    throw new DatabaseOpenError(
      'DATABASE_MISSING',
      'DATABASE_URL is not set: run npm start, which brings a database of its own, or set it to postgresql://user:password@host/database.',
    );
  return databaseUrl;
}

export function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  pool.on('error', () => undefined); // an idle connection was lost: the pool opens another one when needed
  return pool;
}

const unreachable = (error: Error) =>
  new DatabaseOpenError(
    'DATABASE_UNREACHABLE',
    `The database at DATABASE_URL can't be reached (${error.message}): see that it runs and that the address is right.`,
    { cause: error },
  );

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: Error) => {
    throw unreachable(error);
  });
  try {
    await applyMigrations(client, MIGRATIONS);
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw unreachable(error as Error); // it disconnected in the meantime
    throw new DatabaseOpenError(
      'DATABASE_UNFIT',
      `The database at DATABASE_URL can't be used: ${(error as Error).message}.`,
      { cause: error },
    );
  } finally {
    client.release();
  }
}
