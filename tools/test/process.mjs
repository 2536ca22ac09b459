// Child processes of the test launcher: each writes a log, and is ended with us.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
export const workDir = path.join(root, 'node_modules/.cache/tandem/test');
const STILL_RUNNING_MS = 30_000;
const TAIL_LINES = 80;

/** Tools come from node_modules/.bin, and with them the pinned Node: this script itself may run on an older one. */
const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  NO_COLOR: '1',
  ...extra,
});

const children = new Set();

/**
 * Runs a command to its end. Its output goes to a log; every 30 s a line says that it still runs.
 * @param {string} label what the person reads
 * @param {{ env?: object, cwd?: string }} [options]
 * @returns {Promise<{ code: number, log: string }>} `log` is the path; a command that cannot be started has code 127
 */
export function run(label, command, args, { env = {}, cwd = root } = {}) {
  mkdirSync(workDir, { recursive: true });
  const log = path.join(workDir, `${label.replace(/[^\w-]+/g, '-')}.log`);
  const sink = createWriteStream(log);
  const started = Date.now();
  const child = spawn(command, args, { cwd, env: toolEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  const ticker = setInterval(() => console.log(`  … ${label} still runs (${seconds(started)})`), STILL_RUNNING_MS);
  return new Promise((resolve) => {
    const finish = (code, message = '') => {
      clearInterval(ticker);
      children.delete(child);
      sink.end(message, () => resolve({ code, log }));
    };
    child.once('error', (error) => finish(127, `${error.message}\n`));
    child.once('close', (code) => finish(code ?? 1));
  });
}

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/** The end of a log, for a failure. */
export function tail(log) {
  if (!existsSync(log)) return '';
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-TAIL_LINES)
    .map((line) => `    ${line}`)
    .join('\n');
}

/** For a process that lives as long as the tests: it ends with us, also on Ctrl-C. */
export function adopt(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export function endChildren() {
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    endChildren();
    process.exit(130);
  });
}
