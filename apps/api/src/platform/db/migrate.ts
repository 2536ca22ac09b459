// Applies prisma/migrations/*/migration.sql with the table, checksums and advisory lock of `prisma migrate deploy`, so
// that the two are interchangeable. One transaction per migration: no CREATE INDEX CONCURRENTLY in them.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}
interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
/** The advisory lock id that Prisma itself uses. */
const LOCK = 72707369;
const LOCK_WAIT_MS = 60_000;
const LOCK_RETRY_MS = 200;

/**
 * Applies the migrations in `dir` that are missing, on one connection, because the lock belongs to it. Safe to call
 * from several processes concurrently: one applies, the others wait.
 * @returns the names of the migrations applied by this call, in order
 * @throws when the database has a migration that `dir` does not contain, when one was edited afterwards, when one fails
 * (it is rolled back completely), or when another process keeps the lock for longer than a minute
 */
export async function applyMigrations(db: ClientBase, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir);
  await takeLock(db);
  try {
    await db.query(TABLE);
    const pending = await pendingOf(db, migrations);
    for (const migration of pending) await apply(db, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await db.query('SELECT pg_advisory_unlock($1::bigint)', [LOCK]);
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Polls instead of blocking in the database, so that a hanging process is reported. */
async function takeLock(db: ClientBase): Promise<void> {
  for (let waited = 0; ; waited += LOCK_RETRY_MS) {
    const { rows } = await db.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS taken', [LOCK]);
    if (rows[0]?.taken) return;
    if (waited >= LOCK_WAIT_MS) throw new Error('another process has been migrating this database for over a minute');
    await sleep(LOCK_RETRY_MS);
  }
}

async function pendingOf(db: ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await db.query<Row>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const here = new Set(migrations.map((migration) => migration.name));
  const unknown = rows.map((row) => row.migration_name).filter((name) => !here.has(name));
  if (unknown.length) throw new Error(`the database is newer than this build: it holds ${unknown.join(', ')}`);
  const known = new Map(rows.map((row) => [row.migration_name, row]));
  return migrations.filter(({ name, checksum }) => {
    const row = known.get(name);
    if (!row) return true;
    if (!row.finished_at) {
      throw new Error(`migration ${name} failed earlier: mend it with "npx prisma migrate resolve" first`);
    }
    if (row.checksum !== checksum) throw new Error(`migration ${name} was edited after it had been applied`);
    return false;
  });
}

async function apply(db: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await db.query('BEGIN');
  try {
    await db.query(sql);
    await db.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw new Error(`migration ${name} failed and was rolled back: ${(error as Error).message}`, { cause: error });
  }
}
