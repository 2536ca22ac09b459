import { TandemError } from './tandem-error.js';

export type TailState = 'connecting' | 'live' | 'lost' | 'over' | 'refused';

export interface TailOptions<E extends { seq: number }> {
  /** The last number that was seen. */
  after: number;
  /** One attempt: events after a number until the connection is lost (rejects) or the stream is over (resolves). */
  attempt(after: number, on: { live(): void; event(event: E): void; signal: AbortSignal }): Promise<void>;
  onEvent(event: E): void;
  onState(state: TailState, error?: TandemError): void;
}

const FIRST_WAIT = 250;
const LONGEST_WAIT = 1000;
/** Failures that trying again doesn't mend. */
const FINAL = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'SESSION_ENDED',
  'SEAT_CLOSED',
  'PASSWORD_MUST_CHANGE',
  'BAD_INPUT',
]);

/**
 * Follows a log for ever: after every loss it asks again for what came after the last number that it saw, so that nothing
 * is seen twice and nothing is missed. It tries at once when the network or the page comes back.
 * @returns how to stop
 */
export function tailEvents<E extends { seq: number }>({
  after,
  attempt,
  onEvent,
  onState,
}: TailOptions<E>): () => void {
  const ending = new AbortController();
  let last = after;
  let wait = FIRST_WAIT;
  let hurry: (() => void) | null = null;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const on = {
    signal: ending.signal,
    live: () => {
      wait = FIRST_WAIT;
      onState('live');
    },
    event: (event: E) => {
      if (event.seq <= last) return;
      last = event.seq;
      onEvent(event);
    },
  };

  async function follow(): Promise<void> {
    onState('connecting');
    while (!ending.signal.aborted) {
      try {
        await attempt(last, on);
        if (!ending.signal.aborted) onState('over');
        return;
      } catch (cause) {
        const error = cause instanceof TandemError ? cause : new TandemError('UNAVAILABLE');
        if (FINAL.has(error.code)) return onState('refused', error);
        onState('lost', error);
        await pause();
      }
    }
  }

  const comeBack = () => hurry?.();
  const onVisible = () => document.visibilityState === 'visible' && comeBack();
  globalThis.addEventListener?.('online', comeBack);
  globalThis.document?.addEventListener('visibilitychange', onVisible);
  void follow();
  return () => {
    ending.abort();
    comeBack();
    globalThis.removeEventListener?.('online', comeBack);
    globalThis.document?.removeEventListener('visibilitychange', onVisible);
  };
}
