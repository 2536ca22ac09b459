// Keeps a service up: brings it back when it dies.
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 4_000;
/** After this long the count of crashes starts again. */
const STEADY_MS = 30_000;

/**
 * @param {string} name "The API"
 * @param {(attempt: number) => { ready: Promise<T>, exited: Promise<string>, stop(): Promise<void> }} start `ready` is
 *   rejected with a Problem; one that may pass is met by trying again
 * @param {{ onGiveUp: (problem: Error) => void, firstWaitMs?: number }} options
 * @returns {{ ready: Promise<T>, stop(): Promise<void> }} `ready` is that of the first start, which is not repeated
 * @template T
 */
export function keepUp(name, start, { onGiveUp, firstWaitMs = FIRST_WAIT_MS }) {
  let isStopped = false;
  let current = start(0);
  const { ready } = current;

  async function watch() {
    let wait = firstWaitMs;
    for (let attempt = 1; !isStopped; attempt++) {
      const since = Date.now();
      const how = await current.exited;
      if (isStopped) return;
      if (Date.now() - since > STEADY_MS) wait = firstWaitMs;
      say(`! ${name} ended unexpectedly (${how}); restarting it`);
      await sleep(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      if (isStopped) return;
      current = start(attempt);
      await becomesReady();
    }
  }

  async function becomesReady() {
    try {
      await current.ready;
      if (!isStopped) say(`  ${name} is back`);
    } catch (error) {
      if (isStopped) return;
      if (!error.mayPass) throw error;
      await current.stop();
    }
  }

  ready.then(() => watch().catch(onGiveUp)).catch(() => {}); // handled by the callers that await `ready`
  return {
    ready,
    stop() {
      isStopped = true;
      return current.stop();
    },
  };
}
