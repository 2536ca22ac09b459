import type { Platform } from '../../../platform/index.js';
import { createReplyQueries } from './replies.queries.js';
import { createRepliesRepo } from './replies.repo.js';
import { RepliesResolver } from './replies.resolver.js';
import { createSaveReply } from './save-reply.js';
import { createUseReply } from './use-reply.js';

/** Canned replies: the site's, and each CSR's own. */
export function createReplies(platform: Platform) {
  const repo = createRepliesRepo(platform.db);
  const deps = { ...platform, repo };
  const queries = createReplyQueries(deps);
  return { resolvers: [new RepliesResolver({ queries, save: createSaveReply(deps), use: createUseReply(deps) })] };
}
