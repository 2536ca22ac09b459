import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config/index.js';
import { isDatabaseUnavailable } from '../availability/index.js';
import { createDatabase, type Database } from './index.js';
import { applyMigrations } from './migrate.js';
import { becomeSoleProcess, guardPool } from './sole-process.js';

/** A start that can't go on; the message says the mend. */
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
/** Each is a process of the server's; a change takes one for some milliseconds. */
const CONNECTIONS = 20;
/** Until a connection stands, and until one is free. */
const CONNECT_MS = 10_000;
/** After this silence the other side is asked whether it still lives. */
const KEEP_ALIVE_MS = 10_000;

export const DATABASE_TAKEN =
  'Another Tandem process works on this database, and only one may: stop it first, or give this one a database of its own.';

/**
 * Opens PostgreSQL for the one process that may work on it, and brings it up to the migrations.
 * @param onReplaced another process has the database now: this one must end
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl'>, onReplaced: () => void): Promise<Database> {
  const sole = await becomeSoleProcess(urlOf(config), { onReplaced }).catch((error: Error) => {
    throw unreachable(error);
  });
  if (!sole) throw new DatabaseOpenError('DATABASE_TAKEN', DATABASE_TAKEN);
  const pool = openPool(urlOf(config));
  guardPool(pool, sole.isSure);
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    await sole.release();
    throw error;
  }
  return createDatabase(pool, async () => {
    await pool.end();
    await sole.release();
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
  pool.on('error', () => undefined); // an idle connection was cut: the pool opens another one when it is needed
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
    if (isDatabaseUnavailable(error)) throw unreachable(error as Error); // it went away meanwhile
    throw new DatabaseOpenError(
      'DATABASE_UNFIT',
      `The database at DATABASE_URL can't be used: ${(error as Error).message}.`,
      { cause: error },
    );
  } finally {
    client.release();
  }
}
