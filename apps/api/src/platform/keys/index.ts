import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import type { Database } from '../db/index.js';
import { openLocalWrapper, type KeyWrapper } from './key-wrapper.js';

export type { KeyWrapper } from './key-wrapper.js';

/** A key was wrapped by a master key that this installation doesn't have. */
export class ForeignKeyError extends Error {}

/** Keys of what is sealed as a whole. Destroying one makes everything unreadable that was sealed with it, also in backups of the blobs. */
export function createKeys({ db, config, clock }: { db: Database; config: Config; clock: Clock }) {
  let opened: Promise<KeyWrapper> | null = null;
  const wrapper = () => (opened ??= openLocalWrapper(config));

  return {
    /** Reads the master key, so that a start tells of a wrong one. @throws ConfigError */
    open: async (): Promise<void> => void (await wrapper()),
    /** The key of a scope, made at the first call. @throws ForeignKeyError */
    async of(scope: string): Promise<Buffer> {
      const { id, wrap, unwrap } = await wrapper();
      const known = await db.client.dataKey.findUnique({ where: { scope } });
      if (known) return unwrapKnown(known);
      const fresh = { scope, wrapped: new Uint8Array(await wrap(randomBytes(32), scope)), wrappedBy: id };
      await db.client.dataKey.createMany({ data: { ...fresh, createdAt: clock.now() }, skipDuplicates: true });
      return unwrapKnown((await db.client.dataKey.findUnique({ where: { scope } }))!);

      async function unwrapKnown({ wrapped, wrappedBy }: { wrapped: Uint8Array; wrappedBy: string }): Promise<Buffer> {
        if (wrappedBy !== id)
          throw new ForeignKeyError(
            `${scope} was sealed under the master key ${wrappedBy}, not under ${id}: put that key back.`,
          );
        return unwrap(wrapped, scope);
      }
    },
    async destroy(scope: string): Promise<void> {
      await db.client.dataKey.deleteMany({ where: { scope } });
    },
  };
}
export type Keys = ReturnType<typeof createKeys>;
