/** A participant without a heartbeat for this long is cut off. They send one every second. */
export const SILENT_AFTER_MS = 2500;
const CHECK_INTERVAL_MS = 500;

export interface SilenceWatch {
  /** A heartbeat, or any other sign of a participant. */
  heard(id: string): void;
  /** Forgets everybody until they are heard again: this window itself is disconnected. */
  forget(): void;
  stop(): void;
}

/** Detects silent participants long before the media server does. A participant who was never heard is not silent. */
export function watchForSilence(onChange: (silent: ReadonlySet<string>) => void): SilenceWatch {
  const heardAt = new Map<string, number>();
  let silent: ReadonlySet<string> = new Set();
  const timer = setInterval(check, CHECK_INTERVAL_MS);

  function check(): void {
    const late = Date.now() - SILENT_AFTER_MS;
    const found = new Set([...heardAt].filter(([, at]) => at <= late).map(([id]) => id));
    if (found.size === silent.size && [...found].every((id) => silent.has(id))) return;
    silent = found;
    onChange(silent);
  }

  return {
    heard(id) {
      heardAt.set(id, Date.now());
      if (silent.has(id)) check();
    },
    forget() {
      heardAt.clear();
      check();
    },
    stop: () => clearInterval(timer),
  };
}
