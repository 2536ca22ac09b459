// A PostgreSQL of our own for tests, measurements and the schema tools: in a temporary folder, on loopback, gone afterwards.
import { createServer } from 'node:net';
import { constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../start/paths.mjs';
import { createCluster, startCluster, urlOf } from './cluster.mjs';
import { findServers } from './find.mjs';
import { databaseUser, giveTo } from './user.mjs';

const cacheDir = path.join(root, 'node_modules/.cache/tandem/postgres');
/** Nothing of it has to outlive the machine. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const OLD_MS = 86_400_000;
const TRIES = 3;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

function removeOld() {
  for (const name of existsSync(cacheDir) ? readdirSync(cacheDir) : []) {
    const place = path.join(cacheDir, name);
    if (Date.now() - statSync(place).mtimeMs > OLD_MS) rmSync(place, { recursive: true, force: true });
  }
}

/** Starts the cluster in `home`, which goes with it. */
async function startIn(home, server, user) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const own = { folder: path.join(home, 'data'), lock: path.join(home, 'lock'), remove: home };
    const running = startCluster({ server, user, port, settings: SETTINGS, ...own });
    try {
      await running.ready;
      return { url: urlOf(port), stop: running.stop };
    } catch (error) {
      // somebody else may have taken the port in the meantime
      if (tries === TRIES || !running.lines.some((line) => line.includes('could not bind')))
        throw new Error(`PostgreSQL did not start (${error.message}): ${running.lines.join('\n')}`, { cause: error });
    }
  }
}

function temporaryHome(user) {
  const home = mkdtempSync(path.join(tmpdir(), 'tandem-postgres-'));
  giveTo(user, home);
  return home;
}

/** Makes the cluster that copies are made of, unless one is kept. @returns {Promise<string>} its folder */
async function provideOriginal({ server, user, key, prepare }) {
  const place = path.join(cacheDir, `${server.version}-${key}`);
  if (existsSync(place)) return place;
  removeOld();
  mkdirSync(cacheDir, { recursive: true });
  const home = temporaryHome(user);
  const folder = path.join(home, 'data');
  await createCluster({ server, user, folder, isDurable: false, auth: 'trust' });
  const draft = `${place}.${process.pid}`;
  try {
    if (prepare) await prepareIn({ server, user, home, folder, prepare });
    await cp(folder, draft, { recursive: true });
    // Renamed into place, so that a run beside this one never copies half a folder; it may also have been quicker.
    await rename(draft, place).catch(() => rmSync(draft, { recursive: true, force: true }));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return place;
}

async function prepareIn({ server, user, home, folder, prepare }) {
  const port = await freePort();
  const running = startCluster({ server, user, port, folder, lock: path.join(home, 'lock'), settings: SETTINGS });
  await running.ready;
  try {
    await prepare(urlOf(port));
  } finally {
    await running.stop();
  }
}

/**
 * @param {{ server?: object, key?: string, prepare?: (url: string) => Promise<void> }} [wish] `prepare` fills the cluster that
 *   is kept under `key` for later runs; another key means other content
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} the address of a cluster whose user may create databases; it
 *   ends with this process, however that ends
 */
export async function startThrowaway({ server = findServers()[0], key = 'empty', prepare } = {}) {
  if (!server) throw new Error('There is no PostgreSQL: run npm ci, or install one of version 15 or newer.');
  const user = databaseUser();
  const original = await provideOriginal({ server, user, key, prepare });
  const home = temporaryHome(user);
  await cp(original, path.join(home, 'data'), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE, // copy-on-write, where the file system supports it
  });
  giveTo(user, home);
  return startIn(home, server, user);
}
