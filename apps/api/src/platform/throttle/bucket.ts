/** So many a second, and so many at once after a rest. */
export interface Rate {
  perSecond: number;
  atOnce: number;
}
export interface Bucket {
  /** @returns for how many milliseconds to wait; 0 when one was taken */
  take(): number;
  /** Nothing is remembered of whoever has rested. */
  readonly isFull: boolean;
}

/** Counted in this process and forgotten with it: for what a second decides. */
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
