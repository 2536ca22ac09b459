// Runs a PostgreSQL server that nobody else runs on the same folder, and that ends with us: when whoever started us dies,
// however it dies, our standard input closes.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CANNOT_LOCK, LOCKED } from './cluster.mjs';
import { tryLock } from './lock.mjs';
import { endOrphan, removeDeadPidFile } from './pid-file.mjs';

/** @type {{ lock: string, folder: string, command: string, args: string[], uid?: number, gid?: number, stop: string[],
 *   remove?: string }} `stop` ends it where there are no signals; `remove` goes when it has ended */
const wish = JSON.parse(process.argv[2]);

const LOCK_EVERY_MS = 100;
/** An earlier server may still be ending. */
const LOCK_WAIT_MS = 10_000;
/** Whoever is connected may finish, when it was not asked to end but is left alone. */
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

/** SIGTERM waits for clients, SIGINT cuts them off, SIGQUIT leaves the tidying to the next start. */
function end(how) {
  if (!server) process.exit(0);
  if (wish.remove) return void server.kill('SIGKILL'); // nothing of it is kept
  if (process.platform === 'win32') return void spawnSync(wish.stop[0], wish.stop.slice(1), { windowsHide: true });
  server.kill(how);
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => server.kill('SIGINT'), SMART_MS).unref();
  setTimeout(() => server.kill('SIGQUIT'), FAST_MS).unref();
}

async function takeLock() {
  for (let waited = 0; waited < LOCK_WAIT_MS; waited += LOCK_EVERY_MS) {
    const fd = tryLock(wish.lock);
    if (fd !== null) return fd;
    if (waited === 0) endOrphan(wish.folder);
    await sleep(LOCK_EVERY_MS);
  }
  return null;
}

function giveUp(code, why) {
  console.error(why);
  process.exit(code);
}

async function main() {
  const fd = await takeLock().catch((error) => giveUp(CANNOT_LOCK, error.message));
  if (fd === null) giveUp(LOCKED, 'another process has the folder');
  removeDeadPidFile(wish.folder);
  const { command, args, uid, gid } = wish;
  server = spawn(command, args, { uid, gid, stdio: ['ignore', 'inherit', 'inherit', fd], windowsHide: true });
  server.once('error', (error) => giveUp(127, error.message));
  server.once('exit', (code, signal) => {
    if (signal && !isEnding) console.error(`ended by ${signal}`);
    if (wish.remove) rmSync(wish.remove, { recursive: true, force: true, maxRetries: 3 });
    process.exit(code ?? 1);
  });
}

await main();
