import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeConnections, firstSignIn, type ApiClient } from './parts/api-client.js';
import { liveOnce, type Lived } from './parts/busy-session.js';
import { addLeaders, liftSessionLimit, openDatabase, type BenchDatabase } from './parts/database.js';
import { postgresMemory } from './parts/memory.js';
import { startApi, type RunningServer } from './parts/servers.js';
import { percentile, printTable, type Row } from './parts/table.js';
import type { Options } from './parts/options.js';

const PROBE = './bench/src/parts/health-probe.mjs';
const SIZES = {
  whole: { sessions: 50, minutes: 30, everySeconds: 60, settleSeconds: 30, pauseMs: 1500 },
  small: { sessions: 5, minutes: 0.07, everySeconds: 2, settleSeconds: 1, pauseMs: 100 },
};
/** Duration of the warm-up, or half of a shorter run: compiled code and caches grow until then. */
const WARM_MINUTES = 5;
/** A shorter run says nothing about growth. */
const JUDGED_MINUTES = 3;
/** Tolerance for flat, and for back at the start. */
const SHARE = 0.1;

interface Health {
  heap: number;
  handles: number;
  sockets: number;
  timers: number;
  delayP99: number;
  delayMax: number;
}

interface World {
  api: RunningServer;
  database: BenchDatabase;
  lived: Lived;
  began: number;
}

async function healthOf({ child }: RunningServer): Promise<Health> {
  const answer = once(child, 'message');
  child.send('health?');
  return ((await answer) as [Health])[0];
}

/** Numbers of rows, and of events that the relay has not delivered. */
async function rowsOf({ sql }: BenchDatabase) {
  const [row] = await sql<{
    sessions: number;
    live: number;
    events: number;
    queued: number;
    pid: number;
    size: number;
  }>(
    `SELECT (SELECT count(*)::int FROM support_session) AS sessions,
       (SELECT count(*)::int FROM support_session WHERE state <> 'ENDED') AS live,
       (SELECT count(*)::int FROM event) AS events,
       (SELECT count(*)::int FROM event WHERE dispatched_at IS NULL) AS queued,
       pg_backend_pid() AS pid, pg_database_size(current_database())::float / 1048576 AS size`,
  );
  return row!;
}

/** The current figures. */
async function sample({ api, database, lived, began }: World, at: string): Promise<Row> {
  const health = await healthOf(api);
  const rows = await rowsOf(database);
  const times = lived.times.splice(0);
  return {
    at,
    min: (Date.now() - began) / 60_000,
    'heap MiB': health.heap,
    'API RSS MiB': api.memory(),
    'PostgreSQL MiB': postgresMemory(rows.pid),
    handles: health.handles,
    sockets: health.sockets,
    timers: health.timers,
    'loop p99 ms': health.delayP99,
    'loop max ms': health.delayMax,
    'live sessions': rows.live,
    sessions: rows.sessions,
    events: rows.events,
    queued: rows.queued,
    'database MiB': rows.size,
    'message p95 ms': times.length ? percentile(times, 0.95) : '',
  };
}

/**
 * Runs sessions one after another in this many places. @returns a stop function; it resolves once everybody has left
 */
function keepBusy(leaders: ApiClient[], count: number, lived: Lived): () => Promise<void> {
  let isOver = false;
  const places = Array.from({ length: count }, async (_, place) => {
    await sleep((place / count) * 5000);
    while (!isOver) await liveOnce(leaders[place % leaders.length]!, lived);
  });
  const all = Promise.all(places);
  all.catch(() => undefined); // reported by the stop function
  return async () => {
    isOver = true;
    await all;
  };
}

const FLAT = ['heap MiB', 'API RSS MiB', 'PostgreSQL MiB', 'handles', 'sockets', 'timers'];
const BACK = ['heap MiB', 'handles', 'sockets', 'timers'];

/** The figures that grew by more than a tenth from one row to another. */
const grown = (columns: string[], from: Row, to: Row) =>
  columns
    .filter((column) => Number(to[column]) > Number(from[column]) * (1 + SHARE))
    .map((column) => `${column} from ${Number(from[column]).toFixed(1)} to ${Number(to[column]).toFixed(1)}`);

function judge(rows: Row[], warm: number): string[] {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const busy = rows.slice(1, -1);
  const warmed = busy.find((row) => Number(row['min']) >= warm);
  const lastBusy = busy.at(-1)!;
  const isLongEnough = warmed && warmed !== lastBusy;
  const growing = isLongEnough ? grown(FLAT, warmed, lastBusy) : [];
  const kept = grown(BACK, first, last);
  return [
    isLongEnough
      ? `after ${warm.toFixed(1)} minutes: ${growing.length ? `GROWING: ${growing.join(', ')}` : 'flat'}`
      : 'no word on whether it is flat: too short',
    `when all had gone: ${kept.length ? `NOT BACK: ${kept.join(', ')}` : 'back to the start'}`,
  ];
}

async function soak(
  world: World,
  leaders: ApiClient[],
  { size, minutes, sessions }: Required<Options>,
): Promise<Row[]> {
  const { everySeconds, settleSeconds } = SIZES[size];
  // what is loaded, compiled and cached at first use is no leak
  await Promise.all(leaders.map((leader) => liveOnce(leader, world.lived)));
  closeConnections();
  await sleep(settleSeconds * 1000);
  world.began = Date.now();
  const rows = [await sample(world, 'start')];
  const stop = keepBusy(leaders, sessions, world.lived);
  for (const end = world.began + minutes * 60_000; Date.now() < end;) {
    await sleep(Math.min(everySeconds * 1000, end - Date.now()));
    rows.push(await sample(world, 'busy'));
    if (size === 'whole') console.error(JSON.stringify(rows.at(-1)));
  }
  await stop();
  closeConnections();
  await sleep(settleSeconds * 1000);
  rows.push(await sample(world, 'gone'));
  return rows;
}

/** Many sessions that start and end for a long time: whether anything is left behind. */
export async function measureSoak(options: Options): Promise<void> {
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url, preload: [PROBE], nodeFlags: ['--expose-gc'] });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    await liftSessionLimit(owner);
    const { sessions, minutes } = { ...SIZES[options.size], ...options };
    const leaders = await addLeaders(database, api.origin, sessions * 2);
    const world: World = {
      api,
      database,
      lived: { pauseMs: SIZES[options.size].pauseMs, sessions: 0, messages: 0, shares: 0, times: [] },
      began: 0,
    };
    const rows = await soak(world, leaders, { size: options.size, sessions, minutes });
    const { lived } = world;
    printTable(`soak: ${sessions} sessions at once that talk, write, share and come and go`, rows, [
      `${lived.sessions} sessions, ${lived.messages} messages, ${lived.shares} shares allowed; no media`,
      'heap: after a collection; PostgreSQL: all its processes, shared memory counted once',
      ...(minutes < JUDGED_MINUTES
        ? ['too short to say what grows']
        : judge(rows, Math.min(WARM_MINUTES, minutes / 2))),
    ]);
  } finally {
    await api.stop();
    await database.stop();
  }
}
