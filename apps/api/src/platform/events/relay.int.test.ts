import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDb, type TestDb } from '../../../test/db/test-db.js';
import { systemClock } from '../clock/index.js';
import { createDatabase } from '../db/index.js';
import { openPool } from '../db/open-database.js';
import { createLog } from '../log/index.js';
import { createEventLog, createHub, createRelay, SYSTEM, type EventRow, type EventType } from './index.js';

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());
beforeEach(() => db.reset());

function setUp(pool = db.pool, onError?: (entry: object) => void) {
  const database = createDatabase(pool, async () => undefined);
  const log = createLog('silent');
  if (onError) Object.assign(log, { error: onError });
  const foundations = { db: database, clock: systemClock, log };
  const events = createEventLog({ ...foundations, hub: createHub() });
  const relay = createRelay({ ...foundations, events });
  const told: string[] = [];
  const note = ({ stream, seq }: EventRow) => void told.push(`${stream} ${seq}`);
  const add = (stream: string, count = 1) =>
    events.transaction(async (tx) => {
      const draft = { stream, siteId: 's', type: 'test' as EventType, actor: SYSTEM, payload: {} as never };
      for (let i = 0; i < count; i++) await events.append(tx, draft);
    });
  return { relay, told, note, add };
}

describe('the relay', () => {
  it('tells every stream in order, each event once', async () => {
    const { relay, told, note, add } = setUp();
    relay.on('test' as EventType, async (event) => note(event));
    for (let i = 0; i < 5; i++) await Promise.all([add('a'), add('b')]);
    await relay.drain();
    for (const stream of ['a', 'b'])
      expect(told.filter((each) => each.startsWith(stream))).toEqual([1, 2, 3, 4, 5].map((seq) => `${stream} ${seq}`));
  });

  it('tells of a stream once for what came together', async () => {
    const { relay, add } = setUp();
    await Promise.all([add('a'), add('a'), add('b')]);
    await relay.drain();
    const streams: string[] = [];
    relay.onStream(async (stream) => void streams.push(stream));
    await add('a', 3);
    await relay.drain();
    expect(streams).toEqual(['a']);
  });

  it('tells the others while the listener of one stream fails again and again', async () => {
    const { relay, told, note, add } = setUp();
    let isBroken = true;
    relay.on('test' as EventType, async (event) => {
      if (event.stream === 'broken' && isBroken) throw new Error('on purpose');
      note(event);
    });
    for (let i = 0; i < 150; i++) await add('broken'); // more than are read at a time
    await add('well');
    await relay.drain();
    await relay.drain();
    await add('well');
    await relay.drain();
    expect(told).toEqual(['well 1', 'well 2']);
    isBroken = false;
    await relay.drain();
    expect(told.slice(2)).toEqual(Array.from({ length: 150 }, (_, i) => `broken ${i + 1}`));
  });

  it('tells the others at once while the listener of one stream takes its time', async () => {
    const { relay, told, note, add } = setUp();
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    relay.on('test' as EventType, async (event) => {
      if (event.stream === 'slow' && event.seq === 1) await held;
      note(event);
    });
    await add('slow');
    await add('quick');
    await add('slow');
    await add('quick');
    await expect.poll(() => told).toEqual(['quick 1', 'quick 2']);
    letGo();
    await expect.poll(() => told.slice(2)).toEqual(['slow 1', 'slow 2']);
  });

  it('is done with what it tells before it stops, and asks a closed database nothing', async () => {
    const pool = openPool(db.url);
    const logged: object[] = [];
    const { relay, told, note, add } = setUp(pool, (entry) => void logged.push(entry));
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    relay.on('test' as EventType, async (event) => {
      if (event.seq === 1) await held;
      note(event);
    });
    await add('a', 3);
    let isStopped = false;
    const stopped = relay.stop().then(() => (isStopped = true));
    const other = setUp();
    await other.add('b'); // as another part of the server that is still at work
    expect(isStopped).toBe(false);
    letGo();
    await stopped;
    expect(told.filter((each) => each.startsWith('a'))).toEqual(['a 1', 'a 2', 'a 3']);
    await add('c');
    await pool.end();
    await relay.drain();
    expect(told).not.toContain('c 1');
    expect(logged).toEqual([]);
    other.relay.on('test' as EventType, async (event) => other.note(event));
    await other.relay.drain();
    expect(other.told).toContain('c 1'); // the next start goes on
  });

  it('tells after a start what was committed before it', async () => {
    const before = setUp();
    before.relay.on('test' as EventType, async () => {
      throw new Error('on purpose');
    });
    await before.add('a');
    await before.relay.drain();
    const { relay, told, note } = setUp();
    relay.on('test' as EventType, async (event) => note(event));
    await relay.drain();
    expect(told).toEqual(['a 1']);
  });
});
