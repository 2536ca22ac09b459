import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../../../tools/test/patience.mjs';
import { testDb, type TestDb } from '../../../test/db/test-db.js';
import { tcpProxy } from '../../../test/tcp-proxy.js';
import { openPool } from './open-database.js';
import { acquireProcessLock, guardPool, type ProcessLock } from './process-lock.js';

let db: TestDb;
const running: ProcessLock[] = [];
const replaced: string[] = [];
beforeAll(async () => {
  db = await testDb();
});
afterEach(async () => {
  for (const process of running.splice(0)) await process.release();
  await expect.poll(countConnections, { timeout: within(5_000) }).toBe(0); // the server closes them a moment later
  replaced.splice(0);
});
afterAll(() => db.close());

async function begin(name: string, url = db.url, startWait = 0): Promise<ProcessLock | null> {
  const begun = await acquireProcessLock(url, { onReplaced: () => replaced.push(name), startWait, beat: within(200) });
  if (begun) running.push(begun);
  return begun;
}
const CONNECTIONS = `FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'tandem process lock%'`;
const countConnections = async () => (await db.pool.query(`SELECT 1 ${CONNECTIONS}`)).rowCount;
/** The process dies: its connections close, and nobody says goodbye. */
const killConnections = () => db.pool.query(`SELECT pg_terminate_backend(pid) ${CONNECTIONS}`);

describe('the one process on a database', () => {
  it('keeps a second one out until it has ended', async () => {
    const first = await begin('first');
    expect(await begin('second')).toBeNull();
    await first!.release();
    expect((await begin('second'))!.isOwned()).toBe(true);
  });

  it('lets a second one wait for it while it ends', async () => {
    const first = await begin('first');
    const second = begin('second', db.url, within(5_000));
    await first!.release();
    expect((await second)?.isOwned()).toBe(true);
  });

  it('is not sure while its line is cut, and is the one again when nobody came meanwhile', async () => {
    const line = await tcpProxy();
    const first = await begin('first', line.by(db.url));
    await line.cut();
    await expect.poll(() => first!.isOwned()).toBe(false);
    await line.mend();
    await expect.poll(() => first!.isOwned(), { timeout: within(5_000) }).toBe(true);
    expect(replaced).toEqual([]);
    line.remove();
  });

  it('notices a line that has fallen silent, and takes its own lock back over a new one', async () => {
    const line = await tcpProxy();
    const first = await begin('first', line.by(db.url));
    line.silence();
    await expect.poll(() => first!.isOwned(), { timeout: within(5_000) }).toBe(false);
    line.speak();
    await expect.poll(() => first!.isOwned(), { timeout: within(5_000) }).toBe(true);
    line.remove();
  });

  it('takes the lock back when the database has ended its connection', async () => {
    const first = await begin('first');
    await killConnections();
    await expect.poll(() => first!.isOwned(), { timeout: within(5_000) }).toBe(true);
    expect(replaced).toEqual([]);
  });

  it('ends for good when another one has come while it was cut off', async () => {
    const line = await tcpProxy();
    const first = await begin('first', line.by(db.url));
    await line.cut();
    await expect.poll(() => first!.isOwned()).toBe(false);
    expect((await begin('second', db.url, within(5_000)))!.isOwned()).toBe(true);
    await line.mend();
    await expect.poll(() => replaced, { timeout: within(5_000) }).toEqual(['first']);
    expect(first!.isOwned()).toBe(false);
    line.remove();
  });

  it('touches nothing while it is not sure', async () => {
    const pool = openPool(db.url);
    let isOpen = true;
    guardPool(pool, () => isOpen);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    isOpen = false;
    await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: '57P01' });
    await expect(pool.connect()).rejects.toMatchObject({ code: '57P01' });
    isOpen = true;
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
