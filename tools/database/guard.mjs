// Runs a PostgreSQL server that nobody else runs on the same folder, and that ends with this process: when our parent dies,
// however it dies, our standard input closes.
import { spawn, spawnSync } from 'node:child_process';
import { ftruncateSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CANNOT_LOCK, LOCKED } from './cluster.mjs';
import { tryLock } from './lock.mjs';
import { endOrphan, removeDeadPidFile } from './pid-file.mjs';

/** @type {{ lock: string, folder: string, command: string, args: string[], uid?: number, gid?: number, stop: string[],
 *   remove?: string }} `stop` ends it where there are no signals; `remove` goes when it has ended */
const wish = JSON.parse(process.argv[2]);

const LOCK_EVERY_MS = 100;
/** The owner of the lock may have lost its parent this moment, and not know yet. */
const LOCK_WAIT_MS = 1_500;
/** It is ending, and says so in the file. */
const ENDING_WAIT_MS = 12_000;
const ENDING = 'ending';
/** Without a request to stop, connected clients may finish. */
const SMART_MS = 5_000;
const FAST_MS = 20_000;

let isEnding = false;
process.stdin
  .resume()
  .once('close', () => end('SIGTERM'))
  .once('error', () => end('SIGTERM'));
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => end('SIGINT'));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // nobody may be reading any more

let server;
let lock;

/** SIGTERM waits for clients, SIGINT cuts them off, SIGQUIT leaves the tidying to the next start. */
function end(how) {
  if (!server) process.exit(0);
  sayEnding();
  if (wish.remove) return void server.kill('SIGKILL'); // nothing of it is kept
  if (process.platform === 'win32') return void spawnSync(wish.stop[0], wish.stop.slice(1), { windowsHide: true });
  server.kill(how);
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => server.kill('SIGINT'), SMART_MS).unref();
  setTimeout(() => server.kill('SIGQUIT'), FAST_MS).unref();
}

function sayEnding() {
  try {
    writeSync(lock, ENDING, 0);
  } catch {
    // the disk is full: then waiting processes are refused a little early
  }
}

function isHolderEnding() {
  try {
    return readFileSync(wish.lock, 'utf8') === ENDING;
  } catch {
    return true; // where a locked file can't be read
  }
}

/** @returns whether it is ours now */
async function takeLock() {
  let isEndingOrphan = false;
  for (let waited = 0; ; waited += LOCK_EVERY_MS) {
    lock = tryLock(wish.lock);
    if (lock !== null) return (ftruncateSync(lock), true);
    if (waited === 0) isEndingOrphan = endOrphan(wish.folder);
    if (waited > (isEndingOrphan || isHolderEnding() ? ENDING_WAIT_MS : LOCK_WAIT_MS)) return false;
    await sleep(LOCK_EVERY_MS);
  }
}

function giveUp(code, why) {
  console.error(why);
  process.exit(code);
}

async function main() {
  const isOurs = await takeLock().catch((error) => giveUp(CANNOT_LOCK, error.message));
  if (!isOurs) giveUp(LOCKED, 'another process has the folder');
  removeDeadPidFile(wish.folder);
  const { command, args, uid, gid } = wish;
  server = spawn(command, args, { uid, gid, stdio: ['ignore', 'inherit', 'inherit', lock], windowsHide: true });
  server.once('error', (error) => giveUp(127, error.message));
  server.once('exit', (code, signal) => {
    if (signal && !isEnding) console.error(`ended by ${signal}`);
    if (wish.remove) rmSync(wish.remove, { recursive: true, force: true, maxRetries: 3 });
    process.exit(code ?? 1);
  });
}

await main();
