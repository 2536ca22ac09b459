import { isDatabaseUnavailable } from '../availability/index.js';
import type { Log } from '../log/index.js';

export interface Sweep {
  name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  every: number;
  run(): Promise<void>;
}

/**
 * Deadlines are columns; a sweep handles those that have passed. It may run late or twice without harm: deadlines are
 * also checked on use.
 */
export function createSweeper({ log }: { log: Log }) {
  const sweeps: Sweep[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  async function runOnce(sweep: Sweep): Promise<void> {
    try {
      await sweep.run();
    } catch (error) {
      if (isDatabaseUnavailable(error)) log.warn({ sweep: sweep.name }, 'the database is not available');
      else log.error({ err: error, sweep: sweep.name }, 'a sweep failed and will run again');
    }
  }

  function schedule(sweep: Sweep): void {
    if (isStopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = runOnce(sweep).finally(() => {
        running.delete(run);
        schedule(sweep);
      });
      running.add(run);
    }, sweep.every);
    timers.add(timer);
  }

  return {
    add: (sweep: Sweep) => void sweeps.push(sweep),
    start: () => sweeps.forEach(schedule),
    /** Runs every sweep once, now. Tests call it after setting the clock. */
    async runAll(): Promise<void> {
      for (const sweep of sweeps) await runOnce(sweep);
    },
    async stop(): Promise<void> {
      isStopped = true;
      timers.forEach(clearTimeout);
      await Promise.all(running);
    },
  };
}
export type Sweeper = ReturnType<typeof createSweeper>;
