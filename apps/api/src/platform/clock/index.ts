/** The one source of time. Tests turn it; nothing else reads `Date.now()` for a rule. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const after = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds);
/** Whole seconds that have passed, as clocks count them. */
export const secondsBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 1000);
