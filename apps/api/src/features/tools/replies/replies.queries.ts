import { staffOf, versionOf, type Context } from '../../../platform/graphql/index.js';
import { contentOf, SITE } from './replies.policy.js';
import type { CannedReplyRow, RepliesRepo } from './replies.repo.js';
import type { CannedReplyType } from './replies.types.js';

export function createReplyQueries({ repo }: { repo: RepliesRepo }) {
  const toType = (row: CannedReplyRow): CannedReplyType => ({
    ...row,
    isForSite: row.ownerId === SITE,
    version: versionOf(contentOf(row)),
  });
  return {
    toType,
    /** The site's and the viewer's own. */
    list: async (context: Context): Promise<CannedReplyType[]> =>
      (await repo.list(context.site.id, [SITE, staffOf(context).userId])).map(toType),
  };
}
export type ReplyQueries = ReturnType<typeof createReplyQueries>;
