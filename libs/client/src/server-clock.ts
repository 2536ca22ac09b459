/**
 * Estimates the server's time. Clocks of users' computers are minutes off, or whole time zones; durations and deadlines
 * are computed with this one. It learns from every answer.
 */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Learns from an answer with the server's time; `askedAt` and `cameAt` are by the local clock. */
  learn(serverTime: number, askedAt: number, cameAt: number): void;
}

export function createServerClock(own: () => number = Date.now): ServerClock {
  let offset = 0;
  /** Maximum error of the estimate: half of the round trip. */
  let within = Infinity;
  return {
    now: () => own() + offset,
    learn(serverTime, askedAt, cameAt) {
      const slack = (cameAt - askedAt) / 2;
      const guess = serverTime - (askedAt + cameAt) / 2;
      if (!Number.isFinite(guess) || slack < 0) return; // the local clock was changed meanwhile
      // a faster answer is more precise; one that contradicts the last shows that a clock was changed
      if (slack > within && Math.abs(guess - offset) <= within + slack) return;
      offset = guess;
      within = slack;
    },
  };
}

/** The clock of the page's only server. */
export const serverClock = createServerClock();
