/** Long enough for a steady figure, short enough for a current one. */
const WINDOW_MS = 5000;

/** The current speed, measured over the last seconds. */
export function createSpeedMeter(now: () => number = () => performance.now()) {
  let marks: { at: number; bytes: number }[] = [];
  return {
    /** @param bytes the total so far */
    mark(bytes: number): void {
      const at = now();
      marks = [...marks.filter((mark) => at - mark.at <= WINDOW_MS), { at, bytes }];
    },
    reset: () => void (marks = []),
    /** Bytes per second; null with too few measurements. */
    speed(): number | null {
      const [first, last] = [marks[0], marks.at(-1)];
      if (!first || !last || last.at - first.at < 300) return null;
      return ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
    },
  };
}
