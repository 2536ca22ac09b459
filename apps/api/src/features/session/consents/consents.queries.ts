import { SHARE_ACTIONS, type ShareAction } from '@tandem/domain';
import { rowsById, type Context, type Lazy } from '../../../platform/graphql/index.js';
import type { Participants } from '../participants/index.js';
import { isColleague, isSeated } from '../sessions/index.js';
import type { ConsentRequestRow, ConsentsRepo, GrantRow } from './consents.repo.js';
import type { ConsentRequestType, GrantType } from './consents.types.js';

const STANDING = Symbol('questions that stand, by session');

export function createConsentsQueries({ repo, participants }: { repo: ConsentsRepo; participants: Participants }) {
  const { lazy, lazyList, seatOf } = participants.queries;
  const grantById = rowsById(repo.listGrantsByIds);
  const requestById = rowsById(repo.listRequestsByIds);

  const toGrant = (row: GrantRow): GrantType => ({
    ...row,
    action: SHARE_ACTIONS.find((action): action is ShareAction => action === row.kind) ?? null,
    grantor: lazy(row.grantorIds[0]!),
    grantors: lazyList(row.grantorIds),
    grantee: lazy(row.granteeId),
    viewers: lazyList(row.viewerIds),
  });
  const toRequest = (row: ConsentRequestRow): ConsentRequestType => ({
    ...row,
    askedBy: lazy(row.askedById),
    grantors: lazyList(row.grantorIds),
    allowedBy: lazyList(row.allowedByIds),
  });

  async function loadStanding(sessionIds: readonly string[]): Promise<ConsentRequestRow[][]> {
    const rows = await repo.listStanding(sessionIds);
    return sessionIds.map((id) => rows.filter(({ sessionId }) => sessionId === id));
  }
  /** The open consent requests. */
  const standing = (context: Context, sessionId: string): Promise<ConsentRequestRow[]> =>
    context.loader(STANDING, loadStanding).load(sessionId);

  return {
    standing,
    toGrant,
    toRequest,
    lazyGrant:
      (id: string): Lazy<GrantType> =>
      async (_args, context) =>
        toGrant((await grantById(context, id))!),
    lazyRequest:
      (id: string): Lazy<ConsentRequestType> =>
      async (_args, context) =>
        toRequest((await requestById(context, id))!),
    async requests(context: Context, sessionId: string): Promise<ConsentRequestType[]> {
      const seat = await seatOf(context, sessionId);
      if (seat && !isSeated(seat)) return [];
      return (await standing(context, sessionId)).map(toRequest);
    },
    async grants(context: Context, sessionId: string): Promise<GrantType[]> {
      const [seat, rows] = await Promise.all([seatOf(context, sessionId), repo.listGrants(sessionId)]);
      const isOwnOnly = seat !== null && !isColleague(seat);
      return rows.filter((row) => !isOwnOnly || row.grantorIds.includes(seat.participantId)).map(toGrant);
    },
  };
}
export type ConsentsQueries = ReturnType<typeof createConsentsQueries>;
