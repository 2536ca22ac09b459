import pg from 'pg';
import { LIMITS, SETTINGS } from '@tandem/domain';
import { startThrowaway } from '../../../tools/database/throwaway.mjs';
import { ApiClient, OWN_PASSWORD } from './api-client.js';

/** A PostgreSQL for one measurement; `sql` queries it beside the API. */
export interface BenchDatabase {
  url: string;
  sql<R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** Another database on the same server with the same rows. No connection to this one may be open. */
  copy(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

export async function openDatabase(): Promise<BenchDatabase> {
  const server = await startThrowaway();
  return connect(server.url, () => server.stop());
}

function connect(url: string, stop: () => Promise<void>): BenchDatabase {
  const open = () => new pg.Pool({ connectionString: url, max: 2 }).on('error', () => undefined);
  let pool = open();
  return {
    url,
    sql: async (text, values) => (await pool.query(text, values)).rows as never,
    async copy() {
      await pool.end(); // a database can only be copied while nobody is connected to it
      const at = new URL(url);
      at.pathname = '/template1';
      const client = new pg.Client(at.href);
      await client.connect();
      await client.query('CREATE DATABASE copy TEMPLATE postgres');
      await client.end();
      pool = open();
      at.pathname = '/copy';
      return connect(at.href, async () => undefined);
    },
    async stop() {
      await pool.end();
      await stop();
    },
  };
}

const SESSIONS_A_CSR = SETTINGS.liveSessionsPerCsr.max;
/**
 * An account that opens more windows than the limit loses the oldest ones: half of the limit leaves room for those that
 * close.
 */
const LED_AT_ONCE = LIMITS.socketsPerAccount / 2;

/** Allows one CSR as many sessions as a site can allow. Use `addLeaders` for more. */
export async function liftSessionLimit(owner: ApiClient): Promise<void> {
  await owner.ask('mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { value } }', {
    input: { key: 'liveSessionsPerCsr', value: SESSIONS_A_CSR },
  });
}

/** Adds accounts of CSRs, all with the owner's password. @returns their mail addresses */
export async function addCsrs({ sql }: BenchDatabase, count: number): Promise<string[]> {
  const rows = await sql<{ email: string }>(
    `INSERT INTO "user" (id, site_id, email, name, role, locale, password_hash, must_change_password, first_sign_in_at, guided_at, created_at)
     SELECT gen_random_uuid(), site_id, 'csr' || n || '@localhost', 'CSR ' || n, 'CSR', 'en', password_hash, false, now(), now(), now()
     FROM "user", generate_series(1, $1) n WHERE email = 'owner@localhost' RETURNING email`,
    [count],
  );
  return rows.map(({ email }) => email);
}

/** As many signed-in CSRs as are needed to lead this many sessions at the same time, each with its own window. */
export async function addLeaders(database: BenchDatabase, origin: string, sessions: number): Promise<ApiClient[]> {
  const leaders: ApiClient[] = [];
  for (const email of await addCsrs(database, Math.ceil(sessions / LED_AT_ONCE))) {
    const client = new ApiClient(origin);
    await client.signIn(email, OWN_PASSWORD);
    leaders.push(client);
  }
  return leaders;
}
