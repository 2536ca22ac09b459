// A PostgreSQL of our own for one run: a cluster in a temporary folder, on loopback, gone afterwards.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FIRST_PORT = 4400;
const LAST_PORT = 4499;
const DEBIAN_ROOT = '/usr/lib/postgresql';

/** The folder of initdb and postgres: Debian keeps them off the PATH, a folder a version. */
export function findPostgres() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const versions = existsSync(DEBIAN_ROOT) ? readdirSync(DEBIAN_ROOT).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [...onPath, ...versions.map((version) => path.join(DEBIAN_ROOT, version, 'bin'))];
  return candidates.find((dir) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(path.join(dir, name))),
  );
}

/** PostgreSQL refuses to run as root; then it gets another user. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"');
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function freePort() {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) if (await isFree(port)) return port;
  throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT}`);
}

/** @returns {Promise<{ url: string, stop(): Promise<void> }>} the address of a fresh cluster whose user may create databases */
export async function startPostgres() {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL is not installed');
  const user = unprivileged();
  const dir = mkdtempSync(path.join(tmpdir(), 'tandem-postgres-'));
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
  const options = { ...user, cwd: dir };
  const data = path.join(dir, 'data');
  const initdb = ['-D', data, '-U', 'tandem', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await run(path.join(bin, 'initdb'), initdb, options);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${dir}`, 'fsync=off', 'max_connections=200'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(path.join(bin, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (text) => (log = (log + text).slice(-4000)));
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  const abandon = () => {
    server.kill('SIGKILL');
    remove();
  };
  process.once('exit', abandon);
  const stop = async () => {
    if (server.exitCode === null) server.kill('SIGINT');
    await exited;
    process.off('exit', abandon);
    remove();
  };
  for (let tries = 0; ; tries++) {
    const ready = await run(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
    if (ready) return { url: `postgres://tandem@127.0.0.1:${port}/postgres`, stop };
    if (server.exitCode !== null || tries > 100) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${log.trim()}`);
    }
    await sleep(100);
  }
}
