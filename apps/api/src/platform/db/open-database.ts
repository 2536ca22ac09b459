import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Config } from '../config/index.js';
import { lockFolder } from './folder-lock.js';
import { createDatabase, type Database } from './index.js';
import { applyMigrations, overPg, overPglite } from './migrate.js';
import { pglitePool } from './pglite-pool.js';

/** A start that can't go on; the message says the mend. */
export class DatabaseOpenError extends Error {
  constructor(
    readonly code: 'DATA_LOCKED' | 'DATA_DAMAGED' | 'DATABASE_UNREACHABLE',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../../prisma/migrations');

/** Opens and migrates PostgreSQL when an address is set, else the embedded database under the data folder. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openEmbedded(config.dataDir);
}

async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: 20 });
  pool.on('error', () => undefined); // an idle connection was cut: the pool opens another one when it is needed
  try {
    const client = await pool.connect();
    try {
      await applyMigrations(overPg(client), MIGRATIONS);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw new DatabaseOpenError(
      'DATABASE_UNREACHABLE',
      `The database at DATABASE_URL can't be used (${(error as Error).message}): see that it runs and that the address is right.`,
      { cause: error },
    );
  }
  return createDatabase(pool);
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const folder = path.join(dataDir, 'database');
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(dataDir);
  if (!unlock)
    throw new DatabaseOpenError(
      'DATA_LOCKED',
      `Another Tandem has the data folder ${dataDir} open: stop it, or set DATA_DIR to another folder.`,
    );
  try {
    const lite = await PGlite.create({ dataDir: folder });
    await applyMigrations(overPglite(lite), MIGRATIONS);
    const pool = pglitePool(lite);
    return createDatabase(pool, async () => {
      await pool.end();
      await lite.close();
      await unlock();
    });
  } catch (error) {
    await unlock();
    throw new DatabaseOpenError(
      'DATA_DAMAGED',
      `The embedded database in ${folder} can't be opened (${(error as Error).message}): put a backup in its place, or move the folder away to begin anew.`,
      { cause: error },
    );
  }
}
