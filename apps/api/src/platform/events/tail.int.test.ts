import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDb, type TestDb } from '../../../test/db/test-db.js';
import { systemClock } from '../clock/index.js';
import { createDatabase } from '../db/index.js';
import { createEventLog, createHub, createTails, SYSTEM, type EventType } from './index.js';

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());
beforeEach(() => db.reset());

function setUp() {
  const hub = createHub();
  const database = createDatabase(db.pool, async () => undefined);
  const log = createEventLog({ db: database, clock: systemClock, hub });
  let reads = 0;
  const counted = { ...log, read: (...asked: Parameters<typeof log.read>) => (reads++, log.read(...asked)) };
  const tails = createTails({ events: counted, hub });
  const add = (stream: string, count = 1) =>
    log.transaction(async (tx) => {
      const draft = { stream, siteId: 's', type: 'test' as EventType, actor: SYSTEM, payload: {} as never };
      for (let i = 0; i < count; i++) await log.append(tx, draft);
    });
  function follow(stream: string, after: number) {
    const rows = tails.follow(stream, after);
    const seen: number[] = [];
    void (async () => {
      for await (const { seq } of rows) seen.push(seq);
    })();
    return { seen, stop: () => rows.return() };
  }
  return { add, follow, readsSince: (before: number) => reads - before, reads: () => reads };
}
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('followers of one stream', () => {
  it('are served by one read of the log, each from where it was', async () => {
    const { add, follow, reads, readsSince } = setUp();
    await add('a', 3);
    const followers = upTo(100).map((nth) => follow('a', nth % 4));
    const isThere = (last: number) =>
      followers.every(({ seen }, at) => seen.join() === upTo(last, ((at + 1) % 4) + 1).join());
    await expect.poll(() => isThere(3)).toBe(true);
    const before = reads();
    await add('a');
    await expect.poll(() => isThere(4)).toBe(true);
    expect(readsSince(before)).toBe(1);
    followers.forEach(({ stop }) => void stop());
  });

  it('miss nothing and see nothing twice while events come faster than they are read', async () => {
    const { add, follow } = setUp();
    const early = follow('a', 0);
    const adding = (async () => {
      for (let i = 0; i < 40; i++) await add('a', 1 + (i % 13));
    })();
    const late = follow('a', 0);
    await adding;
    const total = upTo(40).reduce((sum, i) => sum + 1 + ((i - 1) % 13), 0);
    const last = follow('a', 5);
    await expect.poll(() => [early.seen.length, late.seen.length, last.seen.length]).toEqual([total, total, total - 5]);
    expect(early.seen).toEqual(upTo(total));
    expect(late.seen).toEqual(upTo(total));
    expect(last.seen).toEqual(upTo(total, 6));
    [early, late, last].forEach(({ stop }) => void stop());
  });

  it('are not led astray by one that asks for what has not come yet', async () => {
    const { add, follow, reads, readsSince } = setUp();
    await add('a', 2);
    const ahead = follow('a', 999);
    const others = upTo(10).map(() => follow('a', 0));
    await expect.poll(() => others.every(({ seen }) => seen.length === 2)).toBe(true);
    const before = reads();
    await add('a');
    await expect.poll(() => others.every(({ seen }) => seen.length === 3)).toBe(true);
    expect(readsSince(before)).toBe(1);
    expect(ahead.seen).toEqual([]);
    [ahead, ...others].forEach(({ stop }) => void stop());
  });
});
