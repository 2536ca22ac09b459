import type { ShareMode } from '@tandem/domain';
import { rowsById, type Context, type Lazy } from '../../../platform/graphql/index.js';
import type { Consents } from '../../session/consents/index.js';
import type { Participants } from '../../session/participants/index.js';
import { maySeeShare } from './sharing.policy.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';
import type { ShareType } from './sharing.types.js';

const OF_SESSION = Symbol('shares by session');

interface Deps {
  repo: SharingRepo;
  participants: Participants;
  consents: Consents;
}

export function createSharingQueries({ repo, participants, consents }: Deps) {
  const { lazy, seatOf } = participants.queries;

  const shareById = rowsById(repo.listSharesByIds);

  const toShare = (row: ShareRow): ShareType => ({
    ...row,
    dueAt: row.state === 'ASKED' ? row.dueAt : null, // while the browser's picker is open, the customer does not count as idle
    askedBy: lazy(row.askedById),
    customer: lazy(row.customerId),
    publisher: lazy(row.publisherId),
    grant: row.grantId ? consents.queries.lazyGrant(row.grantId) : null,
  });

  const sharesOf = (context: Context, sessionId: string): Promise<ShareRow[]> =>
    context.loader(OF_SESSION, (ids: readonly string[]) => Promise.all(ids.map(repo.listShares))).load(sessionId);

  return {
    /** Running shares. */
    running: async (context: Context, sessionId: string): Promise<ShareRow[]> =>
      (await sharesOf(context, sessionId)).filter(({ endedAt }) => endedAt === null),
    modeOf: async (sessionId: string): Promise<ShareMode> => (await repo.findMode(sessionId)) ?? 'STANDARD',
    toShare,
    byId: async (id: string): Promise<ShareType> => toShare((await repo.findShare(id))!),
    lazyShare:
      (id: string): Lazy<ShareType> =>
      async (_args, context) =>
        toShare((await shareById(context, id))!),
    async shares(context: Context, sessionId: string): Promise<ShareType[]> {
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), sharesOf(context, sessionId)]);
      return rows.filter((row) => maySeeShare(row, seat)).map(toShare);
    },
  };
}
export type SharingQueries = ReturnType<typeof createSharingQueries>;
