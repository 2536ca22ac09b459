import pg from 'pg';
import { startPostgres } from '../../../tools/test/postgres.mjs';

/** A PostgreSQL of one measurement; `sql` looks into it beside the API. */
export interface BenchDatabase {
  url: string;
  sql<R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

export async function openDatabase(): Promise<BenchDatabase> {
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  pool.on('error', () => undefined);
  return {
    url: server.url,
    sql: async (text, values) => (await pool.query(text, values)).rows as never,
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}

/** Site settings are rows: one CSR may lead as many sessions as a measurement needs. */
export async function liftSessionLimit({ sql }: BenchDatabase): Promise<void> {
  await sql(
    `INSERT INTO setting (site_id, key, value, changed_at) SELECT id, 'liveSessionsPerCsr', '100000', now() FROM site`,
  );
}

/** More accounts of CSRs, all with the owner's password. @returns their mail addresses */
export async function addCsrs({ sql }: BenchDatabase, count: number): Promise<string[]> {
  const rows = await sql<{ email: string }>(
    `INSERT INTO "user" (id, site_id, email, name, role, locale, password_hash, must_change_password, first_sign_in_at, guided_at, created_at)
     SELECT gen_random_uuid(), site_id, 'csr' || n || '@localhost', 'CSR ' || n, 'CSR', 'en', password_hash, false, now(), now(), now()
     FROM "user", generate_series(1, $1) n WHERE email = 'owner@localhost' RETURNING email`,
    [count],
  );
  return rows.map(({ email }) => email);
}
