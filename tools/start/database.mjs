// The database that Tandem brings along: a PostgreSQL cluster below the data folder.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  CANNOT_LOCK,
  createCluster,
  LOCKED,
  majorOf,
  runProgram,
  setPassword,
  startCluster,
  urlOf,
} from '../database/cluster.mjs';
import { findServers, OLDEST_MAJOR } from '../database/find.mjs';
import { tryLock } from '../database/lock.mjs';
import { canReach, databaseUser, giveTo } from '../database/user.mjs';
import { makeDataDir } from './place.mjs';
import { portTaken } from './ports.mjs';
import { Problem, step } from './say.mjs';

const ELSEWHERE = 'or set DATABASE_URL to a PostgreSQL that runs elsewhere';

/** Where everything of it lies. */
export function placesOf(dataDir) {
  const home = path.join(dataDir, 'postgres');
  return {
    home,
    folder: path.join(home, 'cluster'),
    passwordFile: path.join(home, 'password'),
    lock: path.join(dataDir, 'postgres.lock'),
  };
}

/**
 * Creates the cluster at the first start and checks the existing one at later ones.
 * @returns {Promise<{ url: string, start(): object }>} `start` runs it, as `keepUp` wants it
 * @throws Problem
 */
export async function provideDatabase({ dataDir, ports }, { onLine } = {}) {
  refuseOldKind(dataDir);
  makeDataDir(dataDir);
  const { home, folder, passwordFile, lock } = placesOf(dataDir);
  const server = chooseServer(folder);
  const user = databaseUser(folder);
  if (!user) throw new Problem(`The database does not run as root: start Tandem as another user, ${ELSEWHERE}.`);
  if (!existsSync(home)) await step('Making the database', () => make({ server, user, dataDir }));
  letThrough(user, dataDir);
  letThrough(user, home);
  takeOver(user, folder);
  await checkReach(server, user, folder);
  if (!existsSync(passwordFile)) await renewPassword({ server, user, dataDir });
  const url = urlOf(ports.database, readFileSync(passwordFile, 'utf8').trim());
  const start = () => {
    const running = startCluster({ server, user, folder, lock, port: ports.database, onLine });
    const ready = running.ready.catch((error) => {
      throw explain(error, { ...running, dataDir, ports });
    });
    ready.catch(() => {}); // handled by the callers that await it
    return { ...running, ready };
  };
  return { url, start };
}

/** An earlier Tandem kept its rows in another kind of database, under this name. */
function refuseOldKind(dataDir) {
  const old = path.join(dataDir, 'database');
  if (!existsSync(old) || existsSync(placesOf(dataDir).home)) return;
  throw new Problem(
    `${old} holds the database of an earlier Tandem, which this one can't read: move ${dataDir} away to begin anew, or set DATA_DIR to another folder.`,
  );
}

function chooseServer(folder) {
  const servers = findServers();
  if (!servers.length)
    throw new Problem(
      `There is no PostgreSQL that runs on this machine: install version ${OLDEST_MAJOR} or newer, with "postgres" and "initdb" on the PATH, ${ELSEWHERE}.`,
    );
  if (!existsSync(folder)) return servers[0];
  const major = majorOf(folder);
  if (!major)
    throw new Problem(
      `${folder} holds no database: put a backup in its place, or move ${path.dirname(folder)} away to begin anew.`,
    );
  const fitting = servers.find((server) => server.major === major);
  if (fitting) return fitting;
  const here = [...new Set(servers.map((server) => server.major))].join(', ');
  throw new Problem(
    `${folder} was made by PostgreSQL ${major}, and this machine has ${here}: install PostgreSQL ${major}, ${ELSEWHERE}.`,
  );
}

/** Whole or not at all, also where two starts meet: the cluster and the password that opens it come in one move. */
async function make({ server, user, dataDir }) {
  const { home } = placesOf(dataDir);
  const draft = `${home}.draft-${process.pid}-${Date.now()}`;
  const folder = path.join(draft, 'cluster');
  mkdirSync(draft, { mode: 0o700 });
  letThrough(user, dataDir);
  letThrough(user, draft);
  try {
    await checkReach(server, user, draft);
    await createCluster({ server, user, folder });
    await givePassword({ server, user, folder, passwordFile: path.join(draft, 'password') });
    await rename(draft, home).catch((error) => {
      if (!existsSync(home)) throw error;
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The database could not be made in ${dataDir} (${error.message}): mend what it says, and run npm start again.`,
      { cause: error },
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function givePassword({ server, user, folder, passwordFile }) {
  const password = randomBytes(24).toString('base64url');
  await setPassword({ server, user, folder, password });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
}

/** A backup may have come without it. */
async function renewPassword({ server, user, dataDir }) {
  const { folder, passwordFile, lock } = placesOf(dataDir);
  const fd = tryLock(lock);
  if (fd === null) throw alreadyOpen(dataDir);
  try {
    await givePassword({ server, user, folder, passwordFile });
  } finally {
    closeSync(fd);
  }
}

/** Copying as root makes everything root's, and the server refuses a folder that is not its own alone. */
function takeOver(user, folder) {
  const { uid, mode } = statSync(folder);
  if (user.uid !== undefined && uid !== user.uid) giveTo(user, folder);
  if (mode & 0o077 && process.platform !== 'win32') chmodSync(folder, 0o700);
}

/** The database's user may pass through a folder of ours, and see nothing in it. */
function letThrough({ uid, gid }, folder) {
  if (uid === undefined || canReach({ uid, gid }, path.join(folder, 'x'))) return;
  const { mode, uid: owner } = statSync(folder);
  chownSync(folder, owner, gid);
  chmodSync(folder, (mode & 0o777) | 0o010);
}

async function checkReach(server, user, folder) {
  const { code, said } = await runProgram({ server, user, name: 'postgres', args: ['--version'], places: [folder] });
  if (code === 0) return;
  throw new Problem(
    `Started by root, the database runs as another user, who can't get to ${folder} or ${server.bin} (${said.trim()}): move Tandem out of a folder that is root's alone, as to /opt, or start it as another user, ${ELSEWHERE}.`,
  );
}

const alreadyOpen = (dataDir) =>
  new Problem(
    `Another Tandem has the data folder ${dataDir} open, on this machine or in another container: stop it, or set DATA_DIR to another folder.`,
    { mayPass: true },
  );

function explain({ message, code }, { lines, dataDir, ports }) {
  const says = (text) => lines.some((line) => line.includes(text));
  if (code === LOCKED) return alreadyOpen(dataDir);
  if (code === CANNOT_LOCK)
    return new Problem(
      `The data folder ${dataDir} can't be locked (${lines.at(-1)}): mend that, or put the folder on another disk with DATA_DIR.`,
    );
  if (says('could not bind')) return new Problem(portTaken(ports, 'database'), { mayPass: true });
  if (says('No space left on device'))
    return new Problem(`The disk of ${dataDir} is full: make room, then run npm start again.`, { mayPass: true });
  return new Problem(
    `The database in ${placesOf(dataDir).home} did not start (${message}): its last lines are above. Mend what they name, put a backup in its place, or move the folder away to begin anew.`,
    { details: lines, mayPass: true },
  );
}
