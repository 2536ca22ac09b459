/** Long enough to be calm, short enough to be true. */
const WINDOW = 5000;

/** How fast something goes now: over the last seconds, so that a pause doesn't count for ever. */
export function createSpeedMeter(now: () => number = () => performance.now()) {
  let marks: { at: number; bytes: number }[] = [];
  return {
    /** @param bytes all that there are now */
    mark(bytes: number): void {
      const at = now();
      marks = [...marks.filter((mark) => at - mark.at <= WINDOW), { at, bytes }];
    },
    reset: () => void (marks = []),
    /** Bytes a second; null as long as too little is known. */
    speed(): number | null {
      const [first, last] = [marks[0], marks.at(-1)];
      if (!first || !last || last.at - first.at < 300) return null;
      return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
    },
  };
}
