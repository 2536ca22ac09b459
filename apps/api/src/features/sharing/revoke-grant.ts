import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import { actorOf, type Sessions } from '../sessions/index.js';
import type { Endings } from './end-share.js';
import type { GrantRow, SharingRepo } from './sharing.repo.js';

/** The customer takes a standing consent back; what runs on it stops. */
export function createRevokeGrant(deps: Platform & { repo: SharingRepo; sessions: Sessions; endings: Endings }) {
  const { events, repo, sessions, endings } = deps;
  return ({ viewer }: Context, grantId: string): Promise<GrantRow> =>
    events.transaction(async (tx) => {
      const grant = await repo.findGrant(grantId, tx);
      if (!grant) throw new Failure('NOT_FOUND');
      const { seat } = await sessions.access.toAct(tx, viewer, grant.sessionId, 'revokeGrant');
      if (grant.grantorId !== seat.participantId) throw new Failure('FORBIDDEN');
      const reasons = { grant: 'REVOKED', share: 'STOPPED_BY_CUSTOMER' } as const;
      if (!(await endings.endGrantWithShares(tx, grant, reasons, actorOf(seat)))) throw new Failure('GRANT_OVER');
      return (await repo.findGrant(grantId, tx))!;
    });
}
export type RevokeGrant = ReturnType<typeof createRevokeGrant>;
