import path from 'node:path';
import { documentOf } from '../../tools/test/documents.mjs';
import { ApiClient, firstSignIn, OWN_PASSWORD } from './parts/api-client.js';
import { HEADERS, type BareField, type BareWish } from './parts/bare-apollo.js';
import { addCsrs, liftSessionLimit, openDatabase, type BenchDatabase } from './parts/database.js';
import { middle, press, type Asker, type Throughput } from './parts/load.js';
import { drawnAnew, record, RECORDER } from './parts/recorded-sql.js';
import { measureReportList } from './parts/report-list.js';
import { ROOT, startApi, startServer, type RunningServer } from './parts/servers.js';
import { median, printTable, type Row } from './parts/table.js';
import type { Size, Wish } from './parts/wish.js';

const ASKERS = 32;
/** Short rounds and many: what else the machine does meets both sides. */
const SIZES = {
  whole: { warmSeconds: 2, seconds: 2, rounds: 7 },
  small: { warmSeconds: 0.3, seconds: 0.3, rounds: 1 },
};

const START = 'mutation { startSession { id } }';
const SMALL = 'query ($id: ID!) { session(id: $id) { id number state } }';

interface Csr {
  client: ApiClient;
  userId: string;
}
interface Case {
  name: string;
  body: string;
  field: BareField;
}

async function signInAll(origin: string, mails: string[]): Promise<Csr[]> {
  const csrs: Csr[] = [];
  for (const email of mails) {
    const client = new ApiClient(origin);
    await client.signIn(email, OWN_PASSWORD);
    const { me } = await client.ask<{ me: { id: string } }>('{ me { id } }');
    csrs.push({ client, userId: me.id });
  }
  return csrs;
}

/** A session as it is after some minutes: a customer, messages, a note. @returns its id */
async function prepareSession(owner: ApiClient): Promise<string> {
  const { startSession } = await owner.ask<{ startSession: { id: string; number: string } }>(
    'mutation { startSession { id number } }',
  );
  const sessionId = startSession.id;
  const device = { kind: 'DESKTOP', browser: 'Chromium', system: 'Linux', language: 'en', timeZone: 'UTC' };
  const input = {
    number: startSession.number,
    locale: 'en',
    device: { ...device, canShareScreen: true, hasCamera: true },
  };
  await new ApiClient(owner.origin).ask(
    'mutation ($input: JoinSessionInput!) { joinSession(input: $input) { participant { id } } }',
    {
      input,
    },
  );
  for (let i = 0; i < 10; i++)
    await owner.ask('mutation ($input: SendChatMessageInput!) { sendChatMessage(input: $input) { id } }', {
      input: { sessionId, clientId: `message-${i}`, audience: 'EVERYONE', text: `Message ${i} of a session` },
    });
  return sessionId;
}

interface Recording {
  api: RunningServer;
  owner: ApiClient;
  ownerId: string;
}

/** Records a request twice: what differs is drawn anew each time. */
async function toCase(
  { api, owner, ownerId }: Recording,
  { name, query, variables = {} }: { name: string; query: string; variables?: object },
): Promise<Case> {
  await owner.ask(query, variables);
  await settle();
  let data: Record<string, unknown> = {};
  const one = await record(api, async () => (data = await owner.ask(query, variables)));
  await settle();
  const other = await record(api, () => owner.ask(query, variables));
  const [field, answer] = Object.entries(data)[0]!;
  const type = query.startsWith('mutation') ? 'Mutation' : 'Query';
  const drawn = drawnAnew(one, other);
  return {
    name,
    body: JSON.stringify({ query, variables }),
    field: { name, type, field, statements: one, drawn, userId: ownerId, answer },
  };
}

/** What a request leaves behind for the relay is done before the next recording. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 700));

/** Makes the cases on a server that records. The session is the owner's. */
async function recordCases(owner: ApiClient, api: RunningServer): Promise<Case[]> {
  const { me } = await owner.ask<{ me: { id: string } }>('{ me { id } }');
  const recording = { api, owner, ownerId: me.id };
  const id = await prepareSession(owner);
  return [
    await toCase(recording, { name: 'startSession', query: START }),
    await toCase(recording, {
      name: 'session, as the pages ask',
      query: documentOf('SessionSnapshot'),
      variables: { id },
    }),
    await toCase(recording, { name: 'session, three fields', query: SMALL, variables: { id } }),
  ];
}

async function startBare(database: BenchDatabase, fields: BareField[]): Promise<RunningServer> {
  const server = await startServer({ args: [...process.execArgv, 'bench/src/parts/bare-apollo.ts'] });
  const wish: BareWish = {
    databaseUrl: database.url,
    schemaFile: path.join(ROOT, 'libs/contract/schema.graphql'),
    fields,
  };
  const serving = new Promise((resolve) => server.child.stdout!.once('data', resolve));
  server.child.send(wish);
  await serving;
  return server;
}

/** Until the relay has told of everything that a round wrote. */
async function drained({ sql }: BenchDatabase): Promise<void> {
  const isBusy = async () => (await sql('SELECT 1 FROM event WHERE dispatched_at IS NULL LIMIT 1')).length > 0;
  while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Away with what a round wrote, the prepared session excepted: every round begins with the same rows. */
async function clean({ sql }: BenchDatabase): Promise<void> {
  const kept = `(SELECT session_id FROM chat_message)`;
  for (const [table, column] of [
    ['session_number', 'session_id'],
    ['participant', 'session_id'],
    ['session_report', 'session_id'],
    ['support_session', 'id'],
  ])
    await sql(`DELETE FROM ${table} WHERE ${column} NOT IN ${kept}`);
  for (const [table, column] of [
    ['event', 'stream'],
    ['event_stream', 'id'],
  ])
    await sql(`DELETE FROM ${table} WHERE ${column} NOT IN (SELECT 'session:' || session_id FROM chat_message)`);
  await sql('VACUUM ANALYZE');
}

interface Sides {
  database: BenchDatabase;
  api: RunningServer;
  bare: RunningServer;
  /** Of the bare one: the same rows, beside ours in the same server. */
  copy: BenchDatabase;
  owner: ApiClient;
  csrs: Csr[];
}

/** One case, both sides in turns. */
async function compare(sides: Sides, { name, body, field }: Case, size: Size): Promise<Row> {
  const { database, copy, api, bare, owner, csrs } = sides;
  const { warmSeconds, rounds: count } = SIZES[size];
  const isWrite = field.type === 'Mutation';
  // reads ask for the owner's session, writes start sessions of many
  const ours = csrs.map(({ client }): Asker => ({ body, headers: isWrite ? client.headers : owner.headers }));
  const theirs = csrs.map(({ userId }): Asker => ({
    body,
    headers: { [HEADERS.name]: name, [HEADERS.user]: isWrite ? userId : field.userId },
  }));
  const lag: number[] = [];
  const rounds: Record<'ours' | 'theirs', Throughput[]> = { ours: [], theirs: [] };
  for (let round = 0; round <= count; round++) {
    const seconds = round ? SIZES[size].seconds : warmSeconds;
    await clean(copy);
    const theirRound = await press(bare, theirs, seconds);
    await clean(database);
    const ourRound = await press(api, ours, seconds);
    const began = Date.now();
    await drained(database);
    lag.push((Date.now() - began) / 1000);
    if (round === 0) continue; // it warmed up
    rounds.theirs.push(theirRound);
    rounds.ours.push(ourRound);
  }
  const [tandem, ceiling] = [middle(rounds.ours), middle(rounds.theirs)];
  return {
    request: name,
    statements: field.statements.length,
    'Tandem/s': tandem.perSecond,
    'bare/s': ceiling.perSecond,
    ratio: median(rounds.ours.map(({ perSecond }, i) => perSecond / rounds.theirs[i]!.perSecond)),
    'Tandem p50 ms': tandem.p50,
    'bare p50 ms': ceiling.p50,
    'relay behind, s': isWrite ? median(lag) : '',
    'Tandem CPU ms': tandem.cpu,
    'bare CPU ms': ceiling.cpu,
  };
}

async function measureThroughput(database: BenchDatabase, size: Size): Promise<void> {
  const recorder = await startApi({ databaseUrl: database.url, preload: [RECORDER] });
  const owner = await firstSignIn(recorder.origin, recorder.said.firstSignIn as never);
  await liftSessionLimit(owner);
  const cases = await recordCases(owner, recorder);
  await recorder.stop();

  const mails = await addCsrs(database, ASKERS);
  const copy = await database.copy();
  const api = await startApi({ databaseUrl: database.url });
  const bare = await startBare(
    copy,
    cases.map(({ field }) => field),
  );
  const ownerHere = new ApiClient(api.origin);
  await ownerHere.signIn('owner@localhost', OWN_PASSWORD);
  const sides: Sides = { database, copy, api, bare, owner: ownerHere, csrs: await signInAll(api.origin, mails) };
  try {
    const rows: Row[] = [];
    for (const one of cases) rows.push(await compare(sides, one, size));
    printTable(
      'requests: a second, with 32 askers at once (baseline: bare Apollo Server, the same SQL in one transaction)',
      rows,
      ['aim: 0.8 or more'],
    );
  } finally {
    await bare.stop();
    await api.stop();
    await copy.stop();
  }
}

/** How much of what Apollo Server and PostgreSQL can do is left after our features. */
export async function measureRequests({ size }: Wish): Promise<void> {
  const database = await openDatabase();
  try {
    await measureThroughput(database, size);
  } finally {
    await database.stop();
  }
  await measureReportList(size);
}
