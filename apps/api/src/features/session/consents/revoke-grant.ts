import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import { actorOf, type Sessions } from '../sessions/index.js';
import type { ConsentsRepo, GrantRow } from './consents.repo.js';
import type { EndConsent } from './end-consent.js';

/** A grantor revokes a grant; what uses it stops. */
export function createRevokeGrant(
  deps: Uses<'events'> & { repo: ConsentsRepo; sessions: Sessions; ending: EndConsent },
) {
  const { events, repo, sessions, ending } = deps;
  return ({ viewer }: Context, grantId: string): Promise<GrantRow> =>
    events.transaction(async (tx) => {
      const grant = await repo.findGrant(grantId, tx);
      if (!grant) throw new Failure('NOT_FOUND');
      const { seat } = await sessions.access.toAct(tx, viewer, grant.sessionId, 'revokeGrant');
      if (!grant.grantorIds.includes(seat.participantId)) throw new Failure('FORBIDDEN');
      if (!(await ending.endGrant(tx, grant, 'REVOKED', actorOf(seat)))) throw new Failure('GRANT_OVER');
      return (await repo.findGrant(grantId, tx))!;
    });
}
export type RevokeGrant = ReturnType<typeof createRevokeGrant>;
