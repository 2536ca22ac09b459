import { firstSignIn, OWN_PASSWORD, ApiClient } from './api-client.js';
import { addCsrs, openDatabase, type BenchDatabase } from './database.js';
import { startApi } from './servers.js';
import { percentile, printTable, type Row } from './table.js';
import type { Size } from './options.js';

const FEW = 1_000;
const MANY = { whole: 1_000_000, small: 10_000 };
const TIMES = 40;

const NODES = 'edges { node { sessionId number csrName customerNames startedAt endedAt viewSeconds } }';
const LIST = `query ($first: Int!, $after: String, $filter: SessionReportFilter) {
  sessionReports(first: $first, after: $after, filter: $filter) { pageInfo { endCursor hasNextPage } ${NODES} } }`;
const COUNTED = LIST.replace('pageInfo', 'totalCount pageInfo');

interface Variables {
  first: number;
  after?: string;
  filter?: object;
}
const QUERIES: [string, string, (facts: Facts) => Variables, isCsr?: 'as a CSR'][] = [
  ['newest 20', LIST, () => ({ first: 20 })],
  ['newest 20 of one CSR', LIST, ({ userId }) => ({ first: 20, filter: { csrId: userId } })],
  ['20 in the middle', LIST, ({ middle }) => ({ first: 20, after: middle })],
  ['newest 20, and how many there are', COUNTED, () => ({ first: 20 })],
  ["newest 20 of one's own", LIST, () => ({ first: 20 }), 'as a CSR'],
];

interface Facts {
  userId: string;
  /** Cursor of the report in the middle. */
  middle: string;
}

/** Reports of invented sessions: one each minute, led by a hundred CSRs in turn and one more. */
async function fill({ sql }: BenchDatabase, count: number, userId: string, csrUserId: string): Promise<Facts> {
  await sql('TRUNCATE session_report');
  await sql(
    `INSERT INTO session_report (session_id, site_id, number, origin, csr_id, csr_user_id, staff_ids, started_at, ended_at, live_shares, last_seq)
     SELECT gen_random_uuid(), site.id, (100000000 + n)::text, 'OUTBOUND', gen_random_uuid(),
       CASE WHEN n % 100 = 0 THEN $2 ELSE 'csr-' || n % 100 END,
       ARRAY['csr-' || n % 100, CASE WHEN n % 97 = 0 THEN $3 ELSE 'csr-' || n % 97 END], now() - n * interval '1 minute',
       now() - n * interval '1 minute' + interval '9 minutes', '{}', 12
     FROM site, generate_series(1, $1) n`,
    [count, userId, csrUserId],
  );
  await sql('VACUUM ANALYZE session_report');
  const [row] = await sql<{ started_at: Date; session_id: string }>(
    'SELECT started_at, session_id FROM session_report ORDER BY started_at DESC OFFSET $1 LIMIT 1',
    [count / 2],
  );
  const middle = Buffer.from(`${row!.started_at.toISOString()} ${row!.session_id}`).toString('base64url');
  return { userId, middle };
}

async function timesOf(user: ApiClient, query: string, variables: Variables): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < TIMES + 5; i++) {
    const began = performance.now();
    await user.ask(query, variables);
    times.push(performance.now() - began);
  }
  return times.slice(5); // the first ones are warm-up
}

/** The list of session reports with few rows and with a million. */
export async function measureReportList(size: Size): Promise<void> {
  const most = MANY[size];
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    const csr = new ApiClient(api.origin);
    await csr.signIn((await addCsrs(database, 1))[0]!, OWN_PASSWORD);
    const idOf = async (user: ApiClient) => (await user.ask<{ me: { id: string } }>('{ me { id } }')).me.id;
    const [userId, csrUserId] = [await idOf(owner), await idOf(csr)];
    const p50: Record<number, number[]> = {};
    for (const count of [FEW, most]) {
      const facts = await fill(database, count, userId, csrUserId);
      p50[count] = [];
      for (const [, query, toVariables, isCsr] of QUERIES)
        p50[count].push(percentile(await timesOf(isCsr ? csr : owner, query, toVariables(facts)), 0.5));
    }
    const rows = QUERIES.map(([list], i): Row => {
      const [few, many] = [p50[FEW]![i]!, p50[most]![i]!];
      return { list, '1000 rows, p50 ms': few, [`${most} rows, p50 ms`]: many, ratio: many / few };
    });
    printTable('requests: session reports in a list (baseline: the same with 1000 reports)', rows);
  } finally {
    await api.stop();
    await database.stop();
  }
}
