/** Somebody who spoke up every second, and has not for this long, is cut off. */
export const SILENT_AFTER = 2500;
const LOOK_EVERY = 500;

export interface SilenceWatch {
  /** Somebody has spoken up. */
  heard(id: string): void;
  /** Nobody is expected to speak up until heard again: the own line is down. */
  forget(): void;
  stop(): void;
}

/** Notices who is heard no more, long before the media server does. Whoever was never heard is not missed. */
export function watchForSilence(onChange: (silent: ReadonlySet<string>) => void): SilenceWatch {
  const heardAt = new Map<string, number>();
  let silent: ReadonlySet<string> = new Set();
  const timer = setInterval(look, LOOK_EVERY);

  function look(): void {
    const late = Date.now() - SILENT_AFTER;
    const found = new Set([...heardAt].filter(([, at]) => at <= late).map(([id]) => id));
    if (found.size === silent.size && [...found].every((id) => silent.has(id))) return;
    silent = found;
    onChange(silent);
  }

  return {
    heard(id) {
      heardAt.set(id, Date.now());
      if (silent.has(id)) look();
    },
    forget() {
      heardAt.clear();
      look();
    },
    stop: () => clearInterval(timer),
  };
}
