import { setTimeout as wait } from 'node:timers/promises';

interface DelayLimits {
  /** In milliseconds. */
  delay: number;
  perGroup: number;
  total: number;
}
/** Delays callers, and never more than a few of them: when it is full, further ones are refused immediately. */
export interface LimitedDelay {
  /** @returns false when it is full; the caller was not delayed then */
  pass(group: string): Promise<boolean>;
}

export function createLimitedDelay({ delay, perGroup, total }: DelayLimits): LimitedDelay {
  const waiting = new Map<string, number>();
  let all = 0;
  return {
    async pass(group) {
      const inGroup = waiting.get(group) ?? 0;
      if (inGroup >= perGroup || all >= total) return false;
      waiting.set(group, inGroup + 1);
      all += 1;
      await wait(delay);
      all -= 1;
      const left = waiting.get(group)! - 1;
      if (left > 0) waiting.set(group, left);
      else waiting.delete(group);
      return true;
    },
  };
}
