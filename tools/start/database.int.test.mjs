import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { majorOf } from '../database/cluster.mjs';
import { packagedServer } from '../database/find.mjs';
import { within } from '../test/patience.mjs';
import { placesOf } from './database.mjs';

const LAUNCHER = path.join(import.meta.dirname, 'database-alone.mjs');
const isRoot = process.getuid?.() === 0;
/** CI is to run everything. */
const asRoot = it.skipIf(!isRoot && !process.env.CI);

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const living = new Set();

/** Starts a launcher. `before` are words before the command, as in `unshare -n`. */
async function launch(dataDir, { before = [], uid, gid } = {}) {
  const [command, ...args] = [...before, process.execPath, LAUNCHER, dataDir, String(await freePort())];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], uid, gid });
  living.add(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', resolve)).then(() => living.delete(child));
  const word = async (pattern) => {
    while (!pattern.test(said) && child.exitCode === null && child.signalCode === null) await sleep(20);
    return pattern.exec(said)?.[1];
  };
  return {
    child,
    ready: () => word(/^ready (.*)$/m),
    problem: () => word(/^problem (.*)$/m),
    back: () => word(/(The database is back)/),
    stop: () => (child.kill('SIGTERM'), ended),
    kill: () => (child.kill('SIGKILL'), ended),
  };
}

async function ask(url, text) {
  const client = new pg.Client(url);
  client.on('error', () => {}); // it is cut off on purpose
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
const rowsOf = async (url) => (await ask(url, 'SELECT word FROM kept ORDER BY word')).map(({ word }) => word);

const pidFile = (dataDir) => path.join(placesOf(dataDir).folder, 'postmaster.pid');
const pidOf = (dataDir) => Number.parseInt(readFileSync(pidFile(dataDir), 'utf8'), 10);
const parentOf = (pid) => Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]);

let dataDir;
beforeAll(async () => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'tandem-own-database-')), 'data');
  const first = await launch(dataDir);
  await ask(await first.ready(), "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('first')");
  await first.stop();
}, within(60_000));
afterEach(() => Promise.all([...living].map((child) => child.kill('SIGKILL'))));
afterAll(() => rmSync(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 9, retryDelay: 500 }));

describe('the database that Tandem brings along', { timeout: within(60_000) }, () => {
  it('is the one of the package, keeps its rows, and lets in nobody without its password', async () => {
    expect(majorOf(placesOf(dataDir).folder)).toBe(packagedServer().major);
    expect(statSync(placesOf(dataDir).passwordFile).mode & 0o777).toBe(0o600);
    const launcher = await launch(dataDir);
    const url = await launcher.ready();
    expect(await rowsOf(url)).toEqual(['first']);
    const other = new URL(url);
    other.password = 'guessed';
    await expect(ask(other.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(await ask(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await launcher.stop();
    expect(existsSync(pidFile(dataDir))).toBe(false);
  });

  it('is brought back when it is killed, with every row that it has acknowledged', async () => {
    const launcher = await launch(dataDir);
    const url = await launcher.ready();
    await ask(url, "INSERT INTO kept VALUES ('killed')");
    process.kill(pidOf(dataDir), 'SIGKILL');
    expect(await launcher.back()).toBeTruthy();
    expect(await rowsOf(url)).toContain('killed');
    await launcher.stop();
  });

  it('ends when its launcher is killed, and the next start goes on', async () => {
    const launcher = await launch(dataDir);
    await ask(await launcher.ready(), "INSERT INTO kept VALUES ('launcher')");
    await launcher.kill();
    const next = await launch(dataDir);
    expect(await rowsOf(await next.ready())).toContain('launcher');
    await next.stop();
  });

  it.skipIf(process.platform !== 'linux')(
    'is ended by the next start when everything but itself was killed',
    async () => {
      const launcher = await launch(dataDir);
      await launcher.ready();
      const orphan = pidOf(dataDir);
      process.kill(launcher.child.pid, 'SIGSTOP'); // it must not see its guard die
      process.kill(parentOf(orphan), 'SIGKILL');
      await launcher.kill();
      expect(pidOf(dataDir)).toBe(orphan);
      const next = await launch(dataDir);
      expect(await rowsOf(await next.ready())).toContain('first');
      expect(pidOf(dataDir)).not.toBe(orphan);
      await next.stop();
    },
  );

  it('is not kept from starting by a number of a dead process that a stranger has now', async () => {
    writeFileSync(pidFile(dataDir), `${process.pid}\n${placesOf(dataDir).folder}\n0\n5432\n\n127.0.0.1\n`);
    const launcher = await launch(dataDir);
    expect(await launcher.ready()).toBeTruthy();
    await launcher.stop();
  });
});

describe('a second launcher on the same data', { timeout: within(60_000) }, () => {
  const ways = [
    ['on the same machine', []],
    ['in another container: another network', ['unshare', '-n']],
    ['in another container: other process numbers', ['unshare', '-p', '-i', '-f', '--mount-proc']],
  ];
  for (const [title, before] of ways)
    (before.length ? asRoot : it)(`is refused, ${title}`, async () => {
      const launcher = await launch(dataDir);
      const url = await launcher.ready();
      const second = await launch(dataDir, { before });
      expect(await second.problem()).toMatch(/^Another Tandem has the data folder .* open/);
      expect(await rowsOf(url)).toContain('first');
      await launcher.stop();
    });
});

describe('the folder of the database', { timeout: within(60_000) }, () => {
  const elsewhere = (name) => path.join(path.dirname(dataDir), name);

  it('of an earlier kind is refused', async () => {
    mkdirSync(path.join(elsewhere('old'), 'database'), { recursive: true });
    const launcher = await launch(elsewhere('old'));
    expect(await launcher.problem()).toMatch(
      /holds the database of an earlier Tandem, which this one can't read: move/,
    );
    expect(existsSync(placesOf(elsewhere('old')).home)).toBe(false);
  });

  it('of a PostgreSQL that is not here is refused', async () => {
    const { folder } = placesOf(elsewhere('future'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'PG_VERSION'), '99\n');
    const launcher = await launch(elsewhere('future'));
    expect(await launcher.problem()).toMatch(
      /was made by PostgreSQL 99, and this machine has .*18.*: install PostgreSQL 99/,
    );
  });

  asRoot('is taken over from a backup that root has copied, without its password', async () => {
    const copy = elsewhere('copy');
    spawnSync('cp', ['-r', dataDir, copy]);
    const { folder, passwordFile } = placesOf(copy);
    chmodSync(folder, 0o755);
    rmSync(passwordFile);
    const launcher = await launch(copy);
    expect(await rowsOf(await launcher.ready())).toContain('first');
    await launcher.stop();
  });

  it('that holds nothing is said to hold nothing', async () => {
    mkdirSync(placesOf(elsewhere('empty')).folder, { recursive: true });
    const launcher = await launch(elsewhere('empty'));
    expect(await launcher.problem()).toMatch(/holds no database: put a backup in its place, or move .*postgres away/);
  });

  asRoot("lies where root alone may go, and is another user's all the same", async () => {
    const home = elsewhere('roots-own');
    mkdirSync(home, { mode: 0o700 });
    chmodSync(home, 0o700);
    const launcher = await launch(path.join(home, 'data'));
    const url = await launcher.ready();
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(placesOf(path.join(home, 'data')).folder).uid).not.toBe(0);
    expect(statSync(placesOf(path.join(home, 'data')).home).uid).toBe(0);
    await launcher.stop();
  });

  asRoot('is made and used by a user who is not root', async () => {
    const home = elsewhere('of-nobody');
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })));
    chmodSync(path.dirname(dataDir), 0o711);
    mkdirSync(home);
    spawnSync('chown', [`${uid}:${gid}`, home]);
    const launcher = await launch(path.join(home, 'data'), { uid, gid });
    expect(await ask(await launcher.ready(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await launcher.stop();
  });

  asRoot('on a disk that is full takes nothing, loses nothing, and goes on when there is room', async () => {
    const mount = elsewhere('small');
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=90m,mode=755', 'tmpfs', mount]);
    try {
      const launcher = await launch(path.join(mount, 'data'));
      const url = await launcher.ready();
      await ask(url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('before')");
      const filler = path.join(mount, 'filler');
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'], { stdio: 'ignore' });
      const big = 'INSERT INTO kept SELECT repeat(md5(i::text), 40) FROM generate_series(1, 100000) i';
      await expect(ask(url, big)).rejects.toThrow();
      rmSync(filler);
      await expect.poll(() => rowsOf(url).catch(() => []), { timeout: within(20_000) }).toEqual(['before']);
      await ask(url, "INSERT INTO kept VALUES ('after')");
      expect(await rowsOf(url)).toEqual(['after', 'before']);
      await launcher.stop();
    } finally {
      execFileSync('umount', ['-l', mount]);
    }
  });
});
