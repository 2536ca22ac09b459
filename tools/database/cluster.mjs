// Makes a PostgreSQL cluster, and runs it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { end, lastLines, signal, start } from '../start/processes.mjs';
import { program } from './find.mjs';
import { asUser, giveTo } from './user.mjs';

const GUARD = path.join(import.meta.dirname, 'guard.mjs');
export const OWNER = 'tandem';
/** Longer than the guard gives the server. */
const STOP_MS = 25_000;
/** How the guard ends when it can't begin. */
export const LOCKED = 75;
export const CANNOT_LOCK = 76;

/** What a small installation needs, and what keeps the log readable; durability is PostgreSQL's own default. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  max_wal_senders: '2',
  max_logical_replication_workers: '0',
  max_parallel_workers: '0',
  jit: 'off',
  log_checkpoints: 'off',
  // details and statements hold what people have written
  log_error_verbosity: 'terse',
  log_min_error_statement: 'fatal',
  lc_messages: 'C',
  log_timezone: 'UTC',
  timezone: 'UTC',
};
/** Reading is rarely from disk here: no processes for it. */
const since18 = { io_method: 'sync' };

/** Letters of every language are told apart and folded; the order is the same on every machine. */
const localeOf = ({ major }) =>
  major >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale=C'];

/** Runs a program of the server to its end. @returns {Promise<{ code: number, said: string }>} */
export function runProgram({ server, user, name, args, places, input = '' }) {
  const { command, args: all, ids } = asUser(user, program(server, name), args, places);
  const child = spawn(command, all, { ...ids, cwd: places[0], stdio: 'pipe', windowsHide: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdin.on('error', () => {}); // it may end before it has read all
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, said: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/**
 * Creates a cluster, completely or not at all. Its owner has no password yet.
 * @param {{ server: object, user: object, folder: string, isDurable?: boolean, auth?: 'scram-sha-256' | 'trust' }} wish
 */
export async function createCluster({ server, user, folder, isDurable = true, auth = 'scram-sha-256' }) {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(user, draft);
  const access = ['-U', OWNER, '--auth-local=reject', `--auth-host=${auth}`];
  const args = ['-D', draft, ...access, '-E', 'UTF8', ...localeOf(server), ...(isDurable ? [] : ['--no-sync'])];
  const { code, said } = await runProgram({ server, user, name: 'initdb', args, places: [draft] });
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(said.trim().split('\n').slice(-3).join(' '));
  }
  renameSync(draft, folder);
}

/** Sets the owner's password, on a cluster that does not run. */
export async function setPassword({ server, user, folder, password }) {
  const args = ['--single', '-D', folder, 'postgres'];
  const input = `ALTER ROLE ${OWNER} PASSWORD '${password}'\n`;
  const { code, said } = await runProgram({ server, user, name: 'postgres', args, places: [folder], input });
  if (code !== 0 || /ERROR|FATAL/.test(said)) throw new Error(said.trim().split('\n').slice(-3).join(' '));
}

/** @returns {number | undefined} the major version that made the cluster; undefined when there is none */
export function majorOf(folder) {
  const file = path.join(folder, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

export const urlOf = (port, password) =>
  `postgresql://${OWNER}${password ? `:${password}` : ''}@127.0.0.1:${port}/postgres`;

/**
 * Runs a cluster.
 * @param {{ server: object, user: object, folder: string, lock: string, port: number, settings?: object, remove?: string,
 *   onLine?: (line: string) => void }} wish `lock` is the file that says that somebody runs it; `remove` is a folder that
 *   goes with it
 * @returns {{ ready: Promise<void>, exited: Promise<string>, lines: string[], stop(): Promise<void> }} `ready` is rejected
 *   with the reason when it ends before it takes connections; `lines` are the last of its log
 */
export function startCluster({ server, user, folder, lock, port, settings = {}, remove, onLine = () => {} }) {
  const all = { ...SETTINGS, ...(server.major >= 18 && since18), port: String(port), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, ids } = asUser(user, program(server, 'postgres'), ['-D', folder, ...flags], [folder]);
  const stop = [program(server, 'pg_ctl'), 'stop', '-D', folder, '-m', 'fast'];
  const wish = { lock, folder, command, args, ...ids, stop, remove };
  const child = start('node', [GUARD, JSON.stringify(wish)]);
  let announce;
  const announced = new Promise((resolve) => (announce = resolve));
  const lines = lastLines(child, (line) => {
    if (line.includes('database system is ready to accept connections')) announce();
    onLine(line);
  });
  const exited = new Promise((resolve) => {
    const finish = (how) => {
      signal(child, 'SIGKILL'); // whatever is left of its group
      resolve(how);
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, by) => finish(by ?? `code ${code}`));
  });
  const diedEarly = exited.then((how) => Promise.reject(Object.assign(new Error(how), { code: child.exitCode })));
  const ready = Promise.race([announced, diedEarly]);
  diedEarly.catch(() => {}); // it ends one day
  ready.catch(() => {}); // handled by the callers that await it
  return { ready, exited, lines, stop: () => end(child, { timeoutMs: STOP_MS }) };
}
