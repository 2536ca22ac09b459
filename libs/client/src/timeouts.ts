/** A request without an answer for this long has met a line that has gone dead: it is given up, and may be sent again. */
const REQUEST_WITHIN = 10_000;
/** Opening a socket takes no longer; the system would try for minutes, ever more seldom. */
const OPEN_WITHIN = 5000;
/** For a first answer over a socket of which nothing is known yet, and for any beside what the line itself takes. */
const FIRST_PONG_WITHIN = 15_000;
const PONG_WITHIN = 4000;
/** Nobody is waited for longer. */
const LONGEST = 40_000;

/**
 * How long this line is waited for. Dead lines are found out soon; on one that is only slow patience grows, with the time
 * that its answers take and with every wait that was too short, so that what is written and told arrives at last.
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
    /** A socket that was opened, after this long. */
    opened(took: number): void {
      openWithin = atMost(Math.max(OPEN_WITHIN, 3 * took));
    },
    notOpened: () => void (openWithin = atMost(2 * openWithin)),
    ponged: (took: number) => void (roundTrip = took),
    /** A socket was given up: the line may have become slower than it was. */
    notPonged: () => void (roundTrip = null),
    answered(took: number): void {
      requestWithin = atMost(Math.max(REQUEST_WITHIN, 3 * took));
    },
    notAnswered: () => void (requestWithin = atMost(2 * requestWithin)),
  };
}
export type Timeouts = ReturnType<typeof createTimeouts>;
