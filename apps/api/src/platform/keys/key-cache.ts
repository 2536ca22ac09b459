import { after, type Clock } from '../clock/index.js';

const FOR = 60_000;
const MOST = 500;

/** Unwrapped keys in use, cached for a minute. */
export function createKeyCache(clock: Clock) {
  const kept = new Map<string, { key: Buffer; until: Date }>();

  function forget(scope: string): void {
    kept.delete(scope);
  }
  return {
    of(scope: string): Buffer | null {
      const known = kept.get(scope);
      if (known && known.until > clock.now()) return known.key;
      forget(scope);
      return null;
    },
    keep(scope: string, key: Buffer): Buffer {
      const oldest = kept.keys().next();
      if (kept.size >= MOST && !oldest.done) forget(oldest.value);
      kept.set(scope, { key, until: after(clock.now(), FOR) });
      return key;
    },
    forget,
  };
}
