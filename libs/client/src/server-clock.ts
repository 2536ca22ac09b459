/**
 * What time it is for the server. Clocks of people's computers are minutes off, or whole zones; how long something lasts, and
 * how much of it is left, is counted by this one. It learns from every answer.
 */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** An answer said the server's time; it was asked for and came at these moments of the own clock. */
  learn(serverTime: number, askedAt: number, cameAt: number): void;
}

export function createServerClock(own: () => number = Date.now): ServerClock {
  let offset = 0;
  /** How far off the guess may be: half of the way there and back. */
  let within = Infinity;
  return {
    now: () => own() + offset,
    learn(serverTime, askedAt, cameAt) {
      const slack = (cameAt - askedAt) / 2;
      const guess = serverTime - (askedAt + cameAt) / 2;
      if (!Number.isFinite(guess) || slack < 0) return; // the own clock was set meanwhile
      // a quicker answer knows better; one that can't be true together with the last says that a clock was set
      if (slack > within && Math.abs(guess - offset) <= within + slack) return;
      offset = guess;
      within = slack;
    },
  };
}

/** Of the one server that a page talks to. */
export const serverClock = createServerClock();
