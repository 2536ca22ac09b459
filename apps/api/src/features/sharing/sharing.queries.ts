import type { ShareMode } from '@tandem/domain';
import type { Context, Lazy } from '../../platform/graphql/index.js';
import type { Participants } from '../participants/index.js';
import { isColleague } from '../sessions/index.js';
import { maySeeShare } from './sharing.policy.js';
import type { GrantRow, ShareRow, SharingRepo } from './sharing.repo.js';
import type { GrantType, ShareType } from './sharing.types.js';

const SHARES = Symbol('shares by id');
const GRANTS = Symbol('grants by id');
const OF_SESSION = Symbol('shares by session');

export function createSharingQueries({ repo, participants }: { repo: SharingRepo; participants: Participants }) {
  const { lazy, seatOf } = participants.queries;

  const toGrant = (row: GrantRow): GrantType => ({
    ...row,
    grantor: lazy(row.grantorId),
    grantee: lazy(row.granteeId),
    viewers: (args, context) => Promise.all(row.viewerIds.map(async (id) => lazy(id)(args, context))),
  });
  const toShare = (row: ShareRow): ShareType => ({
    ...row,
    dueAt: row.state === 'ASKED' ? row.dueAt : null, // while the browser's picker is open, the customer's clock rests
    askedBy: lazy(row.askedById),
    customer: lazy(row.customerId),
    publisher: lazy(row.publisherId),
    grant: row.grantId ? lazyGrant(row.grantId) : null,
  });

  function lazyById<R extends { id: string }, T>(
    key: symbol,
    list: (ids: readonly string[]) => Promise<R[]>,
    toType: (row: R) => T,
  ) {
    const load = async (ids: readonly string[]) => {
      const rows = new Map((await list(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    };
    return (id: string): Lazy<T> =>
      async (_args, context) => {
        const row = await context.loader(key, load).load(id);
        if (!row) throw new Error(`${key.description} has no ${id}`);
        return toType(row);
      };
  }
  const lazyGrant = lazyById(GRANTS, repo.listGrantsByIds, toGrant);
  const lazyShare = lazyById(SHARES, repo.listSharesByIds, toShare);

  const sharesOf = (context: Context, sessionId: string): Promise<ShareRow[]> =>
    context.loader(OF_SESSION, (ids: readonly string[]) => Promise.all(ids.map(repo.listShares))).load(sessionId);

  return {
    /** What goes on now. */
    running: async (context: Context, sessionId: string): Promise<ShareRow[]> =>
      (await sharesOf(context, sessionId)).filter(({ endedAt }) => endedAt === null),
    modeOf: async (sessionId: string): Promise<ShareMode> => (await repo.findMode(sessionId)) ?? 'STANDARD',
    toShare,
    toGrant,
    lazyShare,
    lazyGrant,
    async shares(context: Context, sessionId: string): Promise<ShareType[]> {
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), sharesOf(context, sessionId)]);
      return rows.filter((row) => maySeeShare(row, seat)).map(toShare);
    },
    async grants(context: Context, sessionId: string): Promise<GrantType[]> {
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), repo.listGrants(sessionId)]);
      const isOwnOnly = seat !== null && !isColleague(seat);
      return rows.filter((row) => !isOwnOnly || row.grantorId === seat.participantId).map(toGrant);
    },
  };
}
export type SharingQueries = ReturnType<typeof createSharingQueries>;
