import { cp, mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyMigrations } from '../../src/platform/db/migrate.js';
import { testDb, type TestDb } from './test-db.js';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../../prisma/migrations');
const MIGRATION = '20261130160731_one_history';

let db: TestDb;
let client: PoolClient;
let dir: string;
const take = (name: string) => cp(path.join(MIGRATIONS, name), path.join(dir, name), { recursive: true });

beforeAll(async () => {
  db = await testDb();
  dir = await mkdtemp(path.join(tmpdir(), 'tandem-migrations-'));
  await mkdir(dir, { recursive: true });
  client = await db.pool.connect();
  await client.query('CREATE SCHEMA one_history');
  await client.query('SET search_path = one_history');
  for (const name of await readdir(MIGRATIONS)) if (/^\d/.test(name) && name < MIGRATION) await take(name);
  await applyMigrations(client, dir);
});
afterAll(async () => {
  await client.query('DROP SCHEMA one_history CASCADE');
  await client.query('SET search_path = public');
  client.release();
  await rm(dir, { recursive: true });
  await db.close();
});

it('moves every change of the three earlier histories into one', async () => {
  await client.query(`INSERT INTO setting_change VALUES
    ('s1', 'site', 'siteName', '"Acme"', '"Acme Support"', FALSE, FALSE, 'anna', '2026-11-01T09:00:00.123Z'),
    ('s2', 'site', 'staffNetworks', '[]', '["10.0.0.0/8"]', FALSE, TRUE, 'anna', '2026-11-02T09:00:00Z')`);
  await client.query(`INSERT INTO role_change VALUES
    ('r1', 'site', 'night', NULL, '{"name": "Night", "permissions": ["reports.read"]}', 'ben', '2026-11-03T09:00:00Z'),
    ('r2', 'other', 'day', '{"name": "Day", "permissions": []}', NULL, 'ben', '2026-11-04T09:00:00Z')`);
  await client.query(`INSERT INTO content_change VALUES
    ('c1', 'site', 'branding', '{"accent": null}', '{"accent": "#7a1fa2"}', 'anna', '2026-11-05T09:00:00Z'),
    ('c2', 'site', 'template.PASSWORD_LINK.ko', '{"subject": "가"}', '{"subject": "나"}', 'anna', '2026-11-06T09:00:00Z')`);
  await take(MIGRATION);
  expect(await applyMigrations(client, dir)).toEqual([MIGRATION]);
  const { rows } = await client.query(
    'SELECT id, site_id, kind, subject, "from", "to", changed_by_id, changed_at FROM site_change ORDER BY changed_at',
  );
  expect(rows.map((row: object) => Object.values(row))).toEqual([
    [
      ...['s1', 'site', 'setting', 'siteName'],
      { value: 'Acme', isLocked: false },
      { value: 'Acme Support', isLocked: false },
      ...['anna', new Date('2026-11-01T09:00:00.123Z')],
    ],
    [
      ...['s2', 'site', 'setting', 'staffNetworks'],
      { value: [], isLocked: false },
      { value: ['10.0.0.0/8'], isLocked: true },
      ...['anna', new Date('2026-11-02T09:00:00Z')],
    ],
    [
      ...['r1', 'site', 'role', 'night', null],
      { name: 'Night', permissions: ['reports.read'] },
      ...['ben', new Date('2026-11-03T09:00:00Z')],
    ],
    [
      ...['r2', 'other', 'role', 'day'],
      { name: 'Day', permissions: [] },
      ...[null, 'ben', new Date('2026-11-04T09:00:00Z')],
    ],
    [
      ...['c1', 'site', 'branding', ''],
      { accent: null },
      { accent: '#7a1fa2' },
      ...['anna', new Date('2026-11-05T09:00:00Z')],
    ],
    [
      ...['c2', 'site', 'template', 'PASSWORD_LINK.ko'],
      { subject: '가' },
      { subject: '나' },
      ...['anna', new Date('2026-11-06T09:00:00Z')],
    ],
  ]);
  const earlier = await client.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'one_history' AND tablename LIKE '%\\_change' ORDER BY tablename`,
  );
  expect(earlier.rows).toEqual([{ tablename: 'address_change' }, { tablename: 'site_change' }]);
});
