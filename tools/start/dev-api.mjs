// Runs the API from its sources. Node's watch mode restarts it whenever a file that it has loaded changes.
import path from 'node:path';
import { readWord } from './api.mjs';
import { root } from './paths.mjs';
import { end, lastLines, signal, start } from './processes.mjs';
import { Problem, say } from './say.mjs';

const TETHER = path.join(root, 'tools/start/tether.mjs');
const STOP_MS = 5_000;
/** From this level on pino's lines are shown in the terminal too. */
const WARNING = 40;

/**
 * @param {{ env: object, inspect?: string, onLog: (line: string) => void, onWord: (word: object) => void }} wanted
 *   `inspect` is where a debugger attaches; onWord also gets { restarted }
 * @returns {{ ready: Promise<{ port: number }>, exited: Promise<string>, stop(): Promise<void> }} a source that can't be
 *   run is shown, and the next change of it tried
 */
export function startDevApi({ env, inspect, onLog, onWord }) {
  const node = ['node', '--watch', '--watch-preserve-output', '--conditions=source', '--import=tsx'];
  const command = [...node, ...(inspect ? [`--inspect=${inspect}`] : []), 'src/main/main.ts'];
  const child = start('node', [TETHER, ...command], { cwd: path.join(root, 'apps/api'), env });
  let resolve, reject;
  const ready = new Promise((...settle) => ([resolve, reject] = settle));
  let isReady = false;
  lastLines(child, (line, stream) => {
    const word = stream === child.stdout && readWord(line);
    if (!word) show(line, onLog);
    else if (word.failed && !isReady) reject(new Problem(word.failed.message));
    else if (word.failed) say(`! ${word.failed.message}`);
    else if (word.ready && isReady) onWord({ restarted: true });
    else if (word.ready) resolve(word.ready, (isReady = true));
    else onWord(word);
  });
  const exited = new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, by) => {
      signal(child, 'SIGKILL'); // whatever is left of its group
      settle(by ?? `code ${code}`);
    });
  });
  exited.then((how) => reject(new Problem(`The API did not start (${how}): look at what it says above.`)));
  ready.catch(() => {}); // handled by the callers that await it
  return { ready, exited, stop: () => end(child, { timeoutMs: STOP_MS }) };
}

/** The log goes to its file. Warnings, errors of the compiler and what a developer prints are shown as well. */
function show(line, onLog) {
  onLog(line);
  const level = Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? WARNING);
  if (level >= WARNING && line.trim()) say(line);
}
