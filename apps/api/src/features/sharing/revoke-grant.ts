import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import { actorOf, type Sessions } from '../sessions/index.js';
import type { Endings, ScreenGate } from './end-share.js';
import type { GrantRow, SharingRepo } from './sharing.repo.js';

/** The customer takes a standing consent back; what runs on it stops. */
export function createRevokeGrant(
  deps: Platform & { repo: SharingRepo; sessions: Sessions; endings: Endings; screens: ScreenGate },
) {
  const { events, repo, sessions, endings, screens } = deps;
  return async ({ viewer }: Context, grantId: string): Promise<GrantRow> => {
    const publishers = new Set<string>();
    const ended = await events.transaction(async (tx) => {
      const grant = await repo.findGrant(grantId, tx);
      if (!grant) throw new Failure('NOT_FOUND');
      const { seat } = await sessions.access.toAct(tx, viewer, grant.sessionId, 'revokeGrant');
      if (grant.grantorId !== seat.participantId) throw new Failure('FORBIDDEN');
      (await repo.listRunning(grant.sessionId, tx)).forEach((share) => publishers.add(share.publisherId));
      const reasons = { grant: 'REVOKED', share: 'STOPPED_BY_CUSTOMER' } as const;
      if (!(await endings.endGrantWithShares(tx, grant, reasons, actorOf(seat)))) throw new Failure('GRANT_OVER');
      return (await repo.findGrant(grantId, tx))!;
    });
    for (const publisher of publishers) await screens.syncRights(publisher);
    return ended;
  };
}
export type RevokeGrant = ReturnType<typeof createRevokeGrant>;
