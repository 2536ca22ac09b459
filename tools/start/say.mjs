// Everything that a person reads while Tandem starts and runs.
import { fstatSync, writeSync } from 'node:fs';

const STILL_MS = 15_000;

/**
 * An error that a person can fix: its message is one sentence that says how. `details` are lines to show above it; `mayPass` says
 * that trying again may help.
 */
export class Problem extends Error {
  constructor(message, { details = [], mayPass = false, cause } = {}) {
    super(message, { cause });
    this.details = details;
    this.mayPass = mayPass;
  }
}

// The terminal may be gone before we are.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** A stream into a file gives up for good at the first line that a full disk does not take. */
function writer(fd, fallback) {
  const isFile = fstatSync(fd, { throwIfNoEntry: false })?.isFile();
  if (!isFile) return fallback;
  return (line) => {
    try {
      writeSync(fd, `${line}\n`);
    } catch {
      // there may be room for the next one
    }
  };
}
const toOut = writer(1, (line) => console.log(line));
const toError = writer(2, (line) => console.error(line));

export const say = (line = '') => toOut(line);

export function complain(error) {
  for (const line of error.details ?? []) toError(`    ${line}`);
  toError(`\n✗ ${error instanceof Problem ? error.message : (error.stack ?? error)}`);
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Says that a step begins, every 15 s that it still goes on, and how long it took.
 * @param {string} doing what happens, "Installing the packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function step(doing, work) {
  const started = Date.now();
  say(`▸ ${doing}`);
  const ticker = setInterval(() => say(`  … still at it (${Math.round((Date.now() - started) / 1000)} s)`), STILL_MS);
  try {
    const result = await work();
    say(`  done in ${seconds(started)}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
