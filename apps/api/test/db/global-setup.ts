// Once a run: a database with all migrations, made once for each state of the migrations and copied by every worker.
// PGlite keeps it as a tar of its folder, PostgreSQL (TEST_DATABASE_URL) as a template database.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations, overPg, overPglite } from '../../src/platform/db/migrate.js';
import { openPglite } from '../../src/platform/db/pglite-pool.js';

export type DbSource =
  | { kind: 'pglite'; snapshot: string }
  | {
      kind: 'postgres';
      adminUrl: string;
      template: string;
      /** Begins the names of this run's copies. */ prefix: string;
    };

type PostgresSource = Extract<DbSource, { kind: 'postgres' }>;

declare module 'vitest' {
  export interface ProvidedContext {
    dbSource: DbSource;
  }
}

const root = path.resolve(import.meta.dirname, '../../../..');
const migrationsDir = path.join(root, 'prisma/migrations');
const cacheDir = path.join(root, 'node_modules/.cache/tandem');

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  const source = adminUrl ? await postgresTemplate(adminUrl) : await pgliteSnapshot();
  project.provide('dbSource', source);
  return source.kind === 'postgres' ? () => dropCopies(source) : undefined;
}

/** Changes with any migration, and with the database version that wrote a snapshot. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(pglitePackage()));
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    hash.update(name).update(await readFile(path.join(migrationsDir, name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 16);
}

function pglitePackage(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return path.join(path.dirname(entry), '..', 'package.json');
}

async function pgliteSnapshot(): Promise<Exclude<DbSource, PostgresSource>> {
  const snapshot = path.join(cacheDir, `pglite-${await fingerprint()}.tar`);
  if (existsSync(snapshot)) return { kind: 'pglite', snapshot };
  const db = await openPglite();
  await applyMigrations(overPglite(db), migrationsDir);
  const dump = await db.dumpDataDir('none');
  await db.close();
  await mkdir(cacheDir, { recursive: true });
  // Renamed into place, so that a run beside this one never reads half a file.
  const unfinished = `${snapshot}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, snapshot);
  return { kind: 'pglite', snapshot };
}

async function postgresTemplate(adminUrl: string): Promise<PostgresSource> {
  const template = `tandem_test_${await fingerprint()}`;
  const admin = await connect(adminUrl);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (!rowCount) {
    const unfinished = `${template}_${process.pid}`;
    await admin.query(`CREATE DATABASE ${unfinished}`);
    const client = await connect(withDatabase(adminUrl, unfinished));
    await applyMigrations(overPg(client), migrationsDir);
    await client.end();
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  }
  await admin.end();
  return { kind: 'postgres', adminUrl, template, prefix: `${template}_run_${process.pid}_` };
}

async function dropCopies({ adminUrl, prefix }: PostgresSource): Promise<void> {
  const admin = await connect(adminUrl);
  const { rows } = await admin.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
