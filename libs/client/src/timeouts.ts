/**
 * A request without an answer for this long is assumed to have met a dead connection: it is aborted, and may be sent
 * again.
 */
const REQUEST_WITHIN = 10_000;
/** Timeout for opening a socket; the operating system would try for minutes, at growing intervals. */
const OPEN_WITHIN = 5000;
/** Pong timeout for a socket whose round trip is unknown, and the minimum beyond the round trip. */
const FIRST_PONG_WITHIN = 15_000;
const PONG_WITHIN = 4000;
/** The upper limit of all timeouts. */
const LONGEST = 40_000;

/**
 * Adaptive timeouts. Dead connections are detected soon; on a slow one the timeouts grow, with the measured round trips
 * and with every timeout that was too short, so that messages arrive in the end.
 */
export function createTimeouts() {
  let roundTrip: number | null = null;
  let openWithin = OPEN_WITHIN;
  let requestWithin = REQUEST_WITHIN;
  const atMost = (milliseconds: number) => Math.min(LONGEST, milliseconds);
  return {
    get opening() {
      return openWithin;
    },
    get request() {
      return requestWithin;
    },
    get pong() {
      return roundTrip === null ? FIRST_PONG_WITHIN : atMost(PONG_WITHIN + 4 * roundTrip);
    },
    /** A socket was opened, after this long. */
    opened(took: number): void {
      openWithin = atMost(Math.max(OPEN_WITHIN, 3 * took));
    },
    notOpened: () => void (openWithin = atMost(2 * openWithin)),
    ponged: (took: number) => void (roundTrip = took),
    /** A socket was given up: the connection may have become slower. */
    notPonged: () => void (roundTrip = null),
    answered(took: number): void {
      requestWithin = atMost(Math.max(REQUEST_WITHIN, 3 * took));
    },
    notAnswered: () => void (requestWithin = atMost(2 * requestWithin)),
  };
}
export type Timeouts = ReturnType<typeof createTimeouts>;
