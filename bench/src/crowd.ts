import { setTimeout as sleep } from 'node:timers/promises';
import { firstSignIn } from './parts/api-client.js';
import { liftSessionLimit, openDatabase } from './parts/database.js';
import { openGroup, timeToAll } from './parts/live-sessions.js';
import { startApi } from './parts/servers.js';
import { cpuSeconds } from './parts/cpu.js';
import { median, percentile, printTable, type Row } from './parts/table.js';
import type { Options } from './parts/options.js';

const SIZES = { whole: { counts: [2, 10, 50], messages: 60 }, small: { counts: [2, 5], messages: 5 } };

const TITLE = 'crowd: one session, a message to everybody in it, on PostgreSQL (baseline: two people)';

function withRatios(rows: Row[]): Row[] {
  const ratio = (row: Row, column: string) => Number(row[column]) / Number(rows[0]![column]);
  return rows.map((row) => ({
    ...row,
    'last ratio': ratio(row, 'last p50 ms'),
    'CPU ratio': ratio(row, 'CPU ms a message'),
  }));
}

/** The event stream of one session with few and with many participants, each with a stream of their own. */
export async function measureCrowd({ size }: Options): Promise<void> {
  const { counts, messages } = SIZES[size];
  const database = await openDatabase();
  const api = await startApi({ databaseUrl: database.url });
  try {
    const owner = await firstSignIn(api.origin, api.said.firstSignIn as never);
    await liftSessionLimit(owner);
    const rows: Row[] = [];
    for (const count of counts) {
      const crowd = await openGroup(owner, count);
      await sleep(1000);
      const [first, last]: [number[], number[]] = [[], []];
      const before = cpuSeconds(api.child.pid!);
      for (let i = 0; i < messages; i++) {
        const times = await timeToAll(crowd.from, crowd.all, `crowd-${count}-${i}`);
        first.push(Math.min(...times));
        last.push(Math.max(...times));
        await sleep(50);
      }
      const cpu = ((cpuSeconds(api.child.pid!) - before) * 1000) / messages;
      rows.push({
        people: count,
        'first p50 ms': median(first),
        'last p50 ms': median(last),
        'last p95 ms': percentile(last, 0.95),
        'CPU ms a message': cpu,
        'CPU ms a person': cpu / count,
        'API RSS MiB': api.memory(),
      });
      await crowd.close();
    }
    const note = `${messages} messages each; first, last: from sending to the event at the first and at the last of them`;
    printTable(TITLE, withRatios(rows), [note]);
  } finally {
    await api.stop();
    await database.stop();
  }
}
