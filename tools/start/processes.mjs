// Every process that we start is known here, so that none is left when we end.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, toolEnv } from './paths.mjs';

const isWindows = process.platform === 'win32';
const LAST_LINES = 20;
const living = new Set();

/**
 * Starts a process at the head of a group of its own: Ctrl-C in the terminal reaches the launcher alone, which then ends
 * the others in order. Its standard input is a pipe that closes when we die, however we die.
 */
export function start(command, args, { cwd = root, env = {}, isShell = false } = {}) {
  const options = { cwd, env: toolEnv(env), stdio: 'pipe', detached: !isWindows, windowsHide: true, shell: isShell };
  const child = spawn(command, args, options);
  child.stdin.on('error', () => {}); // it may end before we let go of the pipe
  living.add(child);
  const forget = () => living.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/** Sends a signal to a process and all that it started. */
export function signal(child, name) {
  try {
    if (isWindows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // it has ended meanwhile
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Asks a process to end, and makes it end when it does not.
 * @param {{ timeoutMs: number }} options how long it may take
 */
export async function end(child, { timeoutMs }) {
  if (!child.pid || hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  if (!isWindows) child.kill('SIGTERM');
  await Promise.race([ended, sleep(timeoutMs, undefined, { ref: false })]);
  if (!hasEnded(child)) signal(child, 'SIGKILL');
  await ended;
}

/** The last resort: nothing that we started outlives us. */
export function killAll() {
  for (const child of living) signal(child, 'SIGKILL');
}

/**
 * Runs a command to its end.
 * @returns {Promise<{ code: number, lines: string[] }>} its last lines; a command that can't be started has code 127
 */
export function run(command, args, options) {
  const child = start(command, args, options);
  const lines = lastLines(child);
  child.stdin.end();
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, lines: [error.message] }));
    child.once('close', (code) => resolve({ code: code ?? 1, lines }));
  });
}

/** npm is a script on Windows, which only a shell starts. */
export const npm = (args, options = {}) => run('npm', args, { isShell: isWindows, ...options });

/** Follows what a process writes. @returns {string[]} its last lines, kept up to date */
export function lastLines(child, onLine = () => {}) {
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      if (line.trim()) lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      onLine(line, stream);
    });
  }
  return lines;
}

function eachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop();
    for (const part of parts) onLine(part);
  });
  stream.on('end', () => rest && onLine(rest));
}
