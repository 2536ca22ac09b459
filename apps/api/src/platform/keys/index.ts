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

/** Keys of what is sealed as a whole. Destroying one makes everything unreadable that was sealed with it, also in backups of the blobs. */
export function createKeys({ db, config, clock }: { db: Database; config: Config; clock: Clock }) {
  let opened: Promise<KeyWrapper> | null = null;
  const wrapper = () =>
    (opened ??= config.keyService ? Promise.resolve(transitWrapper(config.keyService)) : openLocalWrapper(config));
  /** Asking a service costs a journey; a key that is in use is not asked for with every piece of a file. */
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
    /** Tries the master key, so that a start tells of a wrong one. @throws ConfigError */
    async open(): Promise<void> {
      await (await wrapper()).check?.();
    },
    /** The key of a scope, made at the first call. @throws ForeignKeyError, KeyServiceError */
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
