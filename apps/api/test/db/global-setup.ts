// Once a run: creates a template database with all migrations, once for each state of the migrations, which every
// worker copies. It is in a PostgreSQL server that this run starts from a kept copy, or in the one that
// TEST_DATABASE_URL names.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowaway } from '../../../../tools/database/throwaway.mjs';
import { applyMigrations } from '../../src/platform/db/migrate.js';

export interface DbSource {
  adminUrl: string;
  template: string;
  /** Prefix of the names of this run's copies. */
  prefix: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    dbSource: DbSource;
  }
}

const migrationsDir = path.resolve(import.meta.dirname, '../../../../prisma/migrations');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const print = await fingerprint();
  const template = `tandem_test_${print}`;
  const prepare = (url: string) => makeTemplate(url, template);
  const named = process.env.TEST_DATABASE_URL;
  const own = named ? undefined : await startThrowaway({ key: print, prepare });
  const adminUrl = named ?? own!.url;
  if (named) await prepare(named);
  const source = { adminUrl, template, prefix: `${template}_run_${process.pid}_` };
  project.provide('dbSource', source);
  return () => (own ? own.stop() : dropCopies(source));
}

/** Changes with any migration. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    hash.update(name).update(await readFile(path.join(migrationsDir, name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  const admin = await connect(adminUrl);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (!rowCount) {
    const unfinished = `${template}_${process.pid}`;
    await admin.query(`CREATE DATABASE ${unfinished}`);
    const client = await connect(withDatabase(adminUrl, unfinished));
    await applyMigrations(client, migrationsDir);
    await client.end();
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  }
  await admin.end();
}

async function dropCopies({ adminUrl, prefix }: DbSource): Promise<void> {
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
