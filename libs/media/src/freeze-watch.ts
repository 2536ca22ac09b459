/** Nothing heard for this long while somebody should be speaking: the connection stands still. */
const FROZEN_AFTER = 3000;
const LOOK_EVERY = 500;

interface Watched {
  /** Bytes received so far by the transport, or null when it can't be told. */
  received(): Promise<number | null>;
  onFrozen(): void;
}

/**
 * Notices a connection that stands still, long before the library does. The transport's own received bytes are looked at:
 * the server answers the library's pings several times a minute and ICE consent checks come every few seconds, heartbeats
 * of our own every second when somebody else is there.
 */
export function watchForFreeze({ received, onFrozen }: Watched): () => void {
  let last = -1;
  let since = Date.now();
  let isOver = false;
  const timer = setInterval(() => void look(), LOOK_EVERY);

  async function look(): Promise<void> {
    const bytes = await received().catch(() => null);
    if (isOver || bytes === null) return;
    if (bytes !== last) {
      last = bytes;
      since = Date.now();
    } else if (Date.now() - since >= FROZEN_AFTER) {
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
