/** A token bucket: a rate per second, and a burst after idle time. */
export interface Rate {
  perSecond: number;
  atOnce: number;
}
export interface Bucket {
  /** @returns how many milliseconds to wait; 0 when a token was taken */
  take(): number;
  /** Idle entries are removed. */
  readonly isFull: boolean;
}

/** In the memory of this process: for limits that matter within seconds. */
export function createBucket({ perSecond, atOnce }: Rate): Bucket {
  let left = atOnce;
  let filledAt = performance.now();
  function fill(): void {
    const now = performance.now();
    left = Math.min(atOnce, left + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
  }
  return {
    take() {
      fill();
      if (left < 1) return Math.ceil(((1 - left) / perSecond) * 1000);
      left -= 1;
      return 0;
    },
    get isFull() {
      fill();
      return left >= atOnce;
    },
  };
}
