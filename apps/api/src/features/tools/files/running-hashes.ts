import { createHash, type Hash } from 'node:crypto';

/**
 * SHA-256 of incoming content, frame by frame. An intermediate state can't be stored: after a restart, or when an
 * upload is resumed elsewhere, it is lost, and the check reads the whole file instead.
 */
export function createRunningHashes() {
  const running = new Map<string, { hash: Hash; upTo: number }>();
  return {
    add(id: string, plain: Uint8Array, at: number): void {
      const known = at === 0 ? { hash: createHash('sha256'), upTo: 0 } : running.get(id);
      if (known?.upTo !== at) return void running.delete(id);
      known.hash.update(plain);
      known.upTo += plain.length;
      running.set(id, known);
    },
    /** @returns the hash of the first `size` bytes in hex, or null if unknown */
    take(id: string, size: number): string | null {
      const known = running.get(id);
      running.delete(id);
      return known?.upTo === size ? known.hash.digest('hex') : null;
    },
    forget: (id: string) => void running.delete(id),
  };
}
export type RunningHashes = ReturnType<typeof createRunningHashes>;
