import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { mayChange, mayUse } from './replies.policy.js';
import type { CannedReplyRow, RepliesRepo } from './replies.repo.js';

/** Counts a use of a canned reply, or deletes it. Replies that the viewer may not use are reported as missing. */
export function createUseReply({ db, repo }: Uses<'db'> & { repo: RepliesRepo }) {
  async function find(tx: Tx, context: Context, id: string): Promise<CannedReplyRow> {
    const row = await repo.find(tx, context.site.id, id);
    if (!row || !mayUse(row, staffOf(context))) throw new Failure('NOT_FOUND');
    return row;
  }
  return {
    count: (context: Context, id: string): Promise<CannedReplyRow> =>
      db.transaction(async (tx) => {
        await find(tx, context, id);
        await repo.countUse(tx, id);
        return find(tx, context, id);
      }),
    remove: (context: Context, id: string): Promise<CannedReplyRow> =>
      db.transaction(async (tx) => {
        const row = await find(tx, context, id);
        if (!mayChange(row, staffOf(context))) throw new Failure('FORBIDDEN');
        await repo.remove(tx, id);
        return row;
      }),
  };
}
export type UseReply = ReturnType<typeof createUseReply>;
