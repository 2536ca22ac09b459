import { TandemError } from './tandem-error.js';

export type TailState = 'connecting' | 'live' | 'lost' | 'over' | 'refused';
/** The transport of events: a socket, or long polling where the network blocks sockets. */
export type TailWay = 'socket' | 'requests';

export interface TailStep<E> {
  events: E[];
  /** The number to continue after. */
  lastSeq: number;
  isOver: boolean;
}
export interface TailOptions<E extends { seq: number }> {
  /** The last sequence number that was received. */
  after: number;
  /** One attempt: events after a number until the connection is lost (rejects) or the stream ends (resolves). */
  attempt(after: number, on: { live(): void; event(event: E): void; signal: AbortSignal }): Promise<void>;
  /** The next events by a request; it may wait some seconds for the first. */
  step?(after: number): Promise<TailStep<E>>;
  onEvent(event: E): void;
  onState(state: TailState, error?: TandemError): void;
  onWay?(way: TailWay): void;
}

const FIRST_WAIT = 250;
const LONGEST_WAIT = 1000;
/** After this long without a socket, long polling takes over until one opens. */
const SOCKET_WITHIN = 3000;
/** During long polling, sockets are tried less often. */
const WAIT_BESIDE_REQUESTS = 20_000;
const STEP_AGAIN = 1000;
/** Failures that a retry does not fix. */
const FINAL = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'SESSION_ENDED',
  'SEAT_CLOSED',
  'PASSWORD_MUST_CHANGE',
  'BAD_INPUT',
]);
const asTandemError = (cause: unknown) => (cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE'));

/** How long the server asks to wait. */
const toldWait = (cause: unknown): number => 1000 * Number(asTandemError(cause).params.retryAfterSeconds ?? 0);

/** A delay that can be cut short. */
function createPause() {
  let hurry: (() => void) | null = null;
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    hurry: () => hurry?.(),
  };
}

/**
 * Follows a log forever: after every disconnection it continues after the last sequence number, so that nothing is
 * duplicated or missed. It retries immediately when the network or the page comes back. Where no socket opens but
 * requests work, it uses long polling.
 * @returns a function that stops it
 */
export function tailEvents<E extends { seq: number }>(options: TailOptions<E>): () => void {
  const { attempt, step, onEvent, onState, onWay } = options;
  const ending = new AbortController();
  const { signal } = ending;
  let last = options.after;
  let wait = FIRST_WAIT;
  /** The current transport; null while disconnected. */
  let way: TailWay | null = null;
  let socketAway = Date.now();
  const socketPause = createPause();
  const stepPause = createPause();

  function live(by: TailWay): void {
    way = by;
    onWay?.(by);
    onState('live');
  }
  function event(next: E): void {
    if (next.seq <= last || signal.aborted) return;
    last = next.seq;
    onEvent(next);
  }
  function end(state: 'over' | 'refused', error?: TandemError): void {
    if (signal.aborted) return;
    ending.abort();
    [socketPause, stepPause].forEach(({ hurry }) => hurry());
    onState(state, error);
  }
  /** @returns whether retrying is useless */
  function failed(by: TailWay, cause: unknown): boolean {
    if (signal.aborted) return true;
    const error = asTandemError(cause);
    if (FINAL.has(error.code)) {
      end('refused', error);
      return true;
    }
    const isNews = way === by || (way === null && by === 'socket');
    if (way === by) way = null;
    if (isNews) onState('lost', error);
    return false;
  }

  async function follow(): Promise<void> {
    const on = {
      signal,
      event,
      live: () => {
        wait = FIRST_WAIT;
        live('socket');
      },
    };
    while (!signal.aborted) {
      let told: number;
      try {
        await attempt(last, on);
        return end('over');
      } catch (cause) {
        told = toldWait(cause);
        const wasLive = way === 'socket';
        if (failed('socket', cause)) return;
        if (wasLive) socketAway = Date.now();
      }
      await socketPause.wait(Math.max(way === 'requests' ? WAIT_BESIDE_REQUESTS : wait, told));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  async function stepOnce(): Promise<void> {
    try {
      const { events, lastSeq, isOver } = await step!(last);
      if (signal.aborted) return;
      if (way === null) live('requests');
      events.forEach(event);
      last = Math.max(last, lastSeq);
      if (isOver) end('over');
    } catch (cause) {
      if (!failed('requests', cause)) await stepPause.wait(STEP_AGAIN);
    }
  }
  async function assist(): Promise<void> {
    while (!signal.aborted) {
      const isNeeded = way !== 'socket' && Date.now() - socketAway >= SOCKET_WITHIN;
      if (isNeeded) await stepOnce();
      else await stepPause.wait(way === 'socket' ? SOCKET_WITHIN : STEP_AGAIN);
    }
  }

  const comeBack = () => [socketPause, stepPause].forEach(({ hurry }) => hurry());
  const onVisible = () => document.visibilityState === 'visible' && comeBack();
  globalThis.addEventListener?.('online', comeBack);
  globalThis.document?.addEventListener('visibilitychange', onVisible);
  onState('connecting');
  void follow();
  if (step) void assist();
  return () => {
    ending.abort();
    comeBack();
    globalThis.removeEventListener?.('online', comeBack);
    globalThis.document?.removeEventListener('visibilitychange', onVisible);
  };
}
