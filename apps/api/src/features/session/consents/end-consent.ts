import { LIMITS, type ConsentEndReason, type ConsentState, type GrantEndReason } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { EventActor } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ConsentRequestRow, ConsentsRepo, GrantRow } from './consents.repo.js';

export interface RequestEnd {
  state: Extract<ConsentState, 'REFUSED' | 'EXPIRED' | 'WITHDRAWN'>;
  reason: ConsentEndReason;
}

const EVENTS = {
  REFUSED: 'consents.refused',
  EXPIRED: 'consents.expired',
  WITHDRAWN: 'consents.withdrawn',
} as const;

/** Ends requests and grants, and logs the reason. Features that use the grant follow the log. */
export function createEndConsent({
  clock,
  repo,
  sessions,
}: Uses<'clock'> & { repo: ConsentsRepo; sessions: Sessions }) {
  async function endGrant(tx: Tx, grant: GrantRow, reason: GrantEndReason, actor: EventActor): Promise<boolean> {
    const { id: grantId, sessionId, siteId, kind } = grant;
    if (!(await repo.endGrant(tx, grantId, clock.now(), reason))) return false;
    await sessions.log(tx, { sessionId, siteId, actor }, 'consents.grantEnded', { grantId, kind, reason });
    return true;
  }

  return {
    /** @returns false when it was over already */
    async endRequest(
      tx: Tx,
      { id: requestId, sessionId, siteId, kind }: ConsentRequestRow,
      { state, reason }: RequestEnd,
      actor: EventActor,
    ): Promise<boolean> {
      if (!(await repo.moveRequest(tx, requestId, state, { endedAt: clock.now(), endReason: reason }))) return false;
      await sessions.log(tx, { sessionId, siteId, actor }, EVENTS[state], { requestId, kind, reason });
      return true;
    },
    /** @returns false when it was over already */
    endGrant,
    /**
     * Called when what a grant was used for has ended: a grant for one use ends with it. Unless it was never really
     * used, by accident (`isMishap`): then it allows another attempt soon.
     */
    async finishUse(tx: Tx, grantId: string, isMishap: boolean, actor: EventActor): Promise<void> {
      const grant = await repo.findGrant(grantId, tx);
      if (grant?.duration !== 'ONCE' || grant.endedAt) return;
      if (grant.uses === 0 && isMishap)
        await repo.updateGrant(tx, grantId, { endsAt: after(clock.now(), LIMITS.unusedGrant) });
      else if (grant.uses === 0 || grant.uses >= grant.maxUses!)
        await endGrant(tx, grant, grant.uses > 0 ? 'USED' : 'REVOKED', actor);
    },
  };
}
export type EndConsent = ReturnType<typeof createEndConsent>;
