// What runs, in the order in which it was started: each needs those before it, so the last one ends first.
import { keepUp } from './keep-up.mjs';

/** @param {{ onGiveUp: (problem: Error) => void }} options */
export function createServices({ onGiveUp }) {
  const running = [];
  return {
    /** Starts one and keeps it up. @returns {Promise<unknown>} what its first start is ready with */
    run(name, start) {
      const service = keepUp(name, start, { onGiveUp });
      running.unshift(service);
      return service.ready;
    },
    async stopAll() {
      for (const service of running) await service.stop();
    },
  };
}
