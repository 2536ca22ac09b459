import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeLines, firstSignIn, type ApiClient } from './parts/api-client.js';
import { liveOnce, type Lived } from './parts/busy-session.js';
import { addLeaders, liftSessionLimit, openDatabase, type BenchDatabase } from './parts/database.js';
import { postgresMemory } from './parts/memory.js';
import { startApi, type RunningServer } from './parts/servers.js';
import { percentile, printTable, type Row } from './parts/table.js';
import type { Wish } from './parts/wish.js';

const PROBE = './bench/src/parts/health-probe.mjs';
const SIZES = {
  whole: { sessions: 50, minutes: 30, everySeconds: 60, settleSeconds: 30, pauseMs: 1500 },
  small: { sessions: 5, minutes: 0.07, everySeconds: 2, settleSeconds: 1, pauseMs: 100 },
};
/** So long a run warms up, or for half of a shorter one: what is compiled and kept once grows until then. */
const WARM_MINUTES = 5;
/** A shorter run says nothing about growth. */
const JUDGED_MINUTES = 3;
/** What counts as flat, and as back where it began. */
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

/** Rows that are there, and those that wait to be told of. */
async function rowsOf({ sql }: BenchDatabase) {
  const [row] = await sql<{
    sessions: number;
    live: number;
    events: number;
    untold: number;
    pid: number;
    size: number;
  }>(
    `SELECT (SELECT count(*)::int FROM support_session) AS sessions,
       (SELECT count(*)::int FROM support_session WHERE state <> 'ENDED') AS live,
       (SELECT count(*)::int FROM event) AS events,
       (SELECT count(*)::int FROM event WHERE dispatched_at IS NULL) AS untold,
       pg_backend_pid() AS pid, pg_database_size(current_database())::float / 1048576 AS size`,
  );
  return row!;
}

/** How everything is now. */
async function look({ api, database, lived, began }: World, at: string): Promise<Row> {
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
    untold: rows.untold,
    'database MiB': rows.size,
    'message p95 ms': times.length ? percentile(times, 0.95) : '',
  };
}

/** Sessions one after another in so many places. @returns how to stop; it resolves once everybody has gone */
function keepBusy(leaders: ApiClient[], count: number, lived: Lived): () => Promise<void> {
  let isOver = false;
  const places = Array.from({ length: count }, async (_, place) => {
    await sleep((place / count) * 5000);
    while (!isOver) await liveOnce(leaders[place % leaders.length]!, lived);
  });
  const all = Promise.all(places);
  all.catch(() => undefined); // told of when everybody is called back
  return async () => {
    isOver = true;
    await all;
  };
}

const FLAT = ['heap MiB', 'API RSS MiB', 'PostgreSQL MiB', 'handles', 'sockets', 'timers'];
const BACK = ['heap MiB', 'handles', 'sockets', 'timers'];

/** The figures that grew by more than a tenth, from one row to another. */
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

async function soak(world: World, leaders: ApiClient[], { size, minutes, sessions }: Required<Wish>): Promise<Row[]> {
  const { everySeconds, settleSeconds } = SIZES[size];
  // what is loaded, compiled and kept once at the first uses is no leak
  await Promise.all(leaders.map((leader) => liveOnce(leader, world.lived)));
  closeLines();
  await sleep(settleSeconds * 1000);
  world.began = Date.now();
  const rows = [await look(world, 'start')];
  const stop = keepBusy(leaders, sessions, world.lived);
  for (const end = world.began + minutes * 60_000; Date.now() < end;) {
    await sleep(Math.min(everySeconds * 1000, end - Date.now()));
    rows.push(await look(world, 'busy'));
    if (size === 'whole') console.error(JSON.stringify(rows.at(-1)));
  }
  await stop();
  closeLines();
  await sleep(settleSeconds * 1000);
  rows.push(await look(world, 'gone'));
  return rows;
}

/** Many sessions that come and go, for long: whether anything is left behind. */
export async function measureSoak(wish: Wish): Promise<void> {
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url, preload: [PROBE], nodeFlags: ['--expose-gc'] });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    await liftSessionLimit(owner);
    const { sessions, minutes } = { ...SIZES[wish.size], ...wish };
    const leaders = await addLeaders(database, api.origin, sessions * 2);
    const world: World = {
      api,
      database,
      lived: { pauseMs: SIZES[wish.size].pauseMs, sessions: 0, messages: 0, shares: 0, times: [] },
      began: 0,
    };
    const rows = await soak(world, leaders, { size: wish.size, sessions, minutes });
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
