import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import type { Database } from '../db/index.js';
import { openLocalWrapper, type KeyWrapper } from './key-wrapper.js';
import { createKeyCache } from './key-cache.js';
import { transitWrapper } from './transit-wrapper.js';

export { KeyServiceError } from './key-wrapper.js';

/** A key was wrapped by a master key that this installation doesn't have. */
class ForeignKeyError extends Error {}

/**
 * Encryption keys by scope. Destroying one makes everything unreadable that was encrypted with it, also in backups of
 * the blobs.
 */
export function createKeys({ db, config, clock }: { db: Database; config: Config; clock: Clock }) {
  let opened: Promise<KeyWrapper> | null = null;
  const wrapper = () =>
    (opened ??= config.keyService ? Promise.resolve(transitWrapper(config.keyService)) : openLocalWrapper(config));
  /** A key service is a network call away; a key in use is cached instead of unwrapped for every chunk of a file. */
  const kept = createKeyCache(clock);

  async function unwrap(scope: string, { wrapped, wrappedBy }: { wrapped: Uint8Array; wrappedBy: string }) {
    const { id, unwrap: open } = await wrapper();
    if (wrappedBy !== id)
      throw new ForeignKeyError(
        `${scope} was sealed under the master key ${wrappedBy}, not under ${id}: put that key back.`,
      );
    return kept.keep(scope, await open(wrapped, scope));
  }

  return {
    /** Tests the master key, so that a wrong one is reported at the start. @throws ConfigError */
    async open(): Promise<void> {
      await (await wrapper()).check?.();
    },
    /** The key of a scope, created at the first call. @throws ForeignKeyError, KeyServiceError */
    async of(scope: string): Promise<Buffer> {
      const near = kept.of(scope);
      if (near) return near;
      const { id, wrap } = await wrapper();
      const known = await db.client.dataKey.findUnique({ where: { scope } });
      if (known) return unwrap(scope, known);
      const fresh = { scope, wrapped: new Uint8Array(await wrap(randomBytes(32), scope)), wrappedBy: id };
      await db.client.dataKey.createMany({ data: { ...fresh, createdAt: clock.now() }, skipDuplicates: true });
      return unwrap(scope, (await db.client.dataKey.findUnique({ where: { scope } }))!);
    },
    async destroy(scope: string): Promise<void> {
      kept.forget(scope);
      await db.client.dataKey.deleteMany({ where: { scope } });
    },
  };
}
export type Keys = ReturnType<typeof createKeys>;
