/** A connection without incoming traffic for this long is frozen. */
const FROZEN_AFTER_MS = 3000;
const CHECK_INTERVAL_MS = 500;

interface Watched {
  /** Bytes that the transport has received so far; null when unknown. */
  received(): Promise<number | null>;
  onFrozen(): void;
}

/**
 * Detects a frozen connection long before the library does, by the bytes that its transport receives: there are answers
 * to the library's pings several times a minute, ICE consent checks every few seconds, and heartbeats every second
 * while another participant is in the room.
 */
export function watchForFreeze({ received, onFrozen }: Watched): () => void {
  let last = -1;
  let since = Date.now();
  let isOver = false;
  const timer = setInterval(() => void check(), CHECK_INTERVAL_MS);

  async function check(): Promise<void> {
    const bytes = await received().catch(() => null);
    if (isOver || bytes === null) return;
    if (bytes !== last) {
      last = bytes;
      since = Date.now();
    } else if (Date.now() - since >= FROZEN_AFTER_MS) {
      stop();
      onFrozen();
    }
  }
  function stop(): void {
    isOver = true;
    clearInterval(timer);
  }
  return stop;
}
