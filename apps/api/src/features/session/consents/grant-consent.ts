import { viewersOf, type GrantDuration } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import type { EventActor } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Sessions } from '../sessions/index.js';
import { durationsOf, termsOf } from './consents.policy.js';
import type { ConsentRequestRow, ConsentsRepo, GrantRow } from './consents.repo.js';

interface Deps extends Uses<'clock'> {
  repo: ConsentsRepo;
  sessions: Sessions;
  participants: Participants;
}
export interface GrantTerms {
  duration: GrantDuration;
  isForAnyCsr: boolean;
}

/** Creates the grant of a request to which every grantor has consented. */
export function createGrantConsent({ clock, repo, sessions, participants }: Deps) {
  const viewersNow = async (tx: Tx, { sessionId, grantorIds }: ConsentRequestRow): Promise<string[]> =>
    viewersOf(grantorIds[0], await participants.listBySessions([sessionId], tx)).map(({ id }) => id);

  const firstTerms = ({ kind }: ConsentRequestRow): GrantTerms => ({
    duration: durationsOf(kind)[0]!,
    isForAnyCsr: false,
  });

  return {
    viewersNow,
    async grant(
      tx: Tx,
      request: ConsentRequestRow,
      actor: EventActor,
      { duration, isForAnyCsr }: GrantTerms = firstTerms(request),
    ): Promise<void> {
      const { id: requestId, siteId, sessionId, kind, target, grantorIds, askedById } = request;
      const now = clock.now();
      const grant: GrantRow = {
        id: newId(),
        siteId,
        sessionId,
        kind,
        target,
        grantorIds,
        granteeId: askedById,
        viewerIds: await viewersNow(tx, request),
        isForAnyCsr,
        duration,
        startsAt: now,
        ...termsOf(kind, duration, now),
        uses: 0,
        endedAt: null,
        endReason: null,
      };
      await repo.createGrant(tx, grant);
      await repo.moveRequest(tx, requestId, 'GRANTED', { grantId: grant.id, allowedByIds: grantorIds, endedAt: now });
      const payload = { requestId, kind, grantId: grant.id, isSpared: false };
      await sessions.log(tx, { sessionId, siteId, actor }, 'consents.granted', payload);
    },
  };
}
export type GrantConsent = ReturnType<typeof createGrantConsent>;
