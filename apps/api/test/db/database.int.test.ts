import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '../../src/platform/db/migrate.js';
import { testDb, type TestDb } from './test-db.js';

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

const site = (id: string) => ({ id, name: id, locale: 'ko' as const, createdAt: new Date() });

describe('the database under the tests', () => {
  it('is empty again after a reset', async () => {
    await db.prisma.site.create({ data: site('a') });
    await db.reset();
    expect(await db.prisma.site.count()).toBe(0);
  });

  it('rolls a transaction back whole', async () => {
    const failing = db.prisma.$transaction(async (tx) => {
      await tx.site.create({ data: site('b') });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await db.prisma.site.count({ where: { id: 'b' } })).toBe(0);
  });

  it('says which constraint an insert violated', async () => {
    await db.prisma.site.create({ data: site('c') });
    await expect(db.prisma.site.create({ data: site('c') })).rejects.toMatchObject({ code: 'P2002' });
  });

  it('transfers a value of 3 MB in both directions', async () => {
    const text = '가'.repeat(1_000_000);
    const { rows } = await db.pool.query<{ text: string }>('SELECT $1::text AS text', [text]);
    expect(rows[0]?.text === text).toBe(true);
  });

  it('ends the transaction of a connection that is dropped', async () => {
    const client = await db.pool.connect();
    await client.query('BEGIN');
    await client.query(`INSERT INTO site (id, name, locale, created_at) VALUES ('d', 'd', 'ko', now())`);
    client.release(true);
    expect(await db.prisma.site.count({ where: { id: 'd' } })).toBe(0);
  });
});

describe('the migration runner', () => {
  let dir: string;
  let client: PoolClient;
  const add = async (name: string, sql: string) => {
    await mkdir(path.join(dir, name), { recursive: true });
    await writeFile(path.join(dir, name, 'migration.sql'), sql);
  };
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'tandem-migrations-'));
    client = await db.pool.connect();
    await client.query('CREATE SCHEMA migration_test');
    await client.query('SET search_path = migration_test');
  });
  afterEach(async () => {
    await client.query('DROP SCHEMA migration_test CASCADE');
    await client.query('SET search_path = public');
    client.release();
    await rm(dir, { recursive: true });
  });
  const tableExists = async (name: string) => {
    const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [name]);
    return rows[0]?.found;
  };

  it('applies new migrations in order, once', async () => {
    await add('2_second', 'ALTER TABLE thing ADD COLUMN name TEXT');
    await add('1_first', 'CREATE TABLE thing (id INT); CREATE TABLE other (id INT)');
    expect(await applyMigrations(client, dir)).toEqual(['1_first', '2_second']);
    expect(await applyMigrations(client, dir)).toEqual([]);
  });

  it('leaves nothing behind after a failed migration', async () => {
    await add('1_bad', 'CREATE TABLE half (id INT); SELECT 1 / 0');
    await expect(applyMigrations(client, dir)).rejects.toThrow('migration 1_bad failed and was rolled back');
    expect(await tableExists('half')).toBe(false);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await add('1_first', 'CREATE TABLE thing (id INT)');
    await applyMigrations(client, dir);
    await add('1_first', 'CREATE TABLE thing (id BIGINT)');
    await expect(applyMigrations(client, dir)).rejects.toThrow('was edited after it had been applied');
  });

  it('refuses a database that is newer than the build', async () => {
    await add('1_first', 'CREATE TABLE thing (id INT)');
    await applyMigrations(client, dir);
    await rm(path.join(dir, '1_first'), { recursive: true });
    await expect(applyMigrations(client, dir)).rejects.toThrow('the database is newer than this build');
  });
});
