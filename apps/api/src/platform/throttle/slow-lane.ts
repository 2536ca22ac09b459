import { setTimeout as wait } from 'node:timers/promises';

interface SlowLaneLimits {
  /** In milliseconds. */
  delay: number;
  perGroup: number;
  total: number;
}
/** Delays callers, and never more than a few of them: when it is full, further ones are refused immediately. */
export interface SlowLane {
  /** @returns false when it is full; the caller was not delayed then */
  pass(group: string): Promise<boolean>;
}

export function createSlowLane({ delay, perGroup, total }: SlowLaneLimits): SlowLane {
  const held = new Map<string, number>();
  let all = 0;
  return {
    async pass(group) {
      const inGroup = held.get(group) ?? 0;
      if (inGroup >= perGroup || all >= total) return false;
      held.set(group, inGroup + 1);
      all += 1;
      await wait(delay);
      all -= 1;
      const left = held.get(group)! - 1;
      if (left > 0) held.set(group, left);
      else held.delete(group);
      return true;
    },
  };
}
