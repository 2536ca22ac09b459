/** The one source of time. Tests set it; no rule reads `Date.now()` directly. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const after = (time: Date, milliseconds: number): Date => new Date(time.getTime() + milliseconds);
/** Whole seconds that have elapsed. */
export const secondsBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 1000);
