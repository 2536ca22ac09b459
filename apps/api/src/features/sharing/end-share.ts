import { LIMITS, type GrantEndReason, type ShareEndReason, type ShareState } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { SYSTEM, type EventActor } from '../../platform/events/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import { isMishap } from './sharing.policy.js';
import type { GrantRow, ShareRow, SharingRepo } from './sharing.repo.js';

type Ending = {
  state: Extract<ShareState, 'STOPPED' | 'FAILED' | 'REFUSED' | 'EXPIRED' | 'WITHDRAWN'>;
  reason: ShareEndReason;
};

/**
 * The ends of shares and grants, all by one way: the row moves, and the log says why; the right to publish follows the log.
 * A grant for once ends with its share, unless nothing was seen and nobody wanted that: then it is good for another try
 * soon. A share ends with its grant.
 */
export function createEndings({ clock, repo, sessions }: Platform & { repo: SharingRepo; sessions: Sessions }) {
  async function appendEnd(tx: Tx, share: ShareRow, { state, reason }: Ending, actor: EventActor): Promise<void> {
    const { id: shareId, sessionId, siteId, publisherId } = share;
    const by = { sessionId, siteId, actor };
    const payload = { shareId, publisherId, reason };
    if (state === 'STOPPED') await sessions.log(tx, by, 'sharing.stopped', payload);
    else if (state === 'FAILED') await sessions.log(tx, by, 'sharing.failed', payload);
    else
      await sessions.log(tx, by, `sharing.${state.toLowerCase() as 'refused' | 'expired' | 'withdrawn'}`, { shareId });
  }

  const roleEnding = ({ state }: ShareRow): Ending => ({
    state: state === 'ASKED' ? 'WITHDRAWN' : 'STOPPED',
    reason: 'ROLE_CHANGED',
  });

  /** Ends one share. @returns false when it was over already */
  async function endShare(tx: Tx, share: ShareRow, ending: Ending, actor: EventActor): Promise<boolean> {
    const change = { endedAt: clock.now(), endReason: ending.reason, dueAt: null };
    if (!(await repo.moveShare(tx, share.id, ending.state, change))) return false;
    await appendEnd(tx, share, ending, actor);
    const grant = share.grantId ? await repo.findGrant(share.grantId, tx) : null;
    if (grant?.duration === 'ONCE') await endOnce(tx, grant, ending, actor);
    return true;
  }

  async function endOnce(tx: Tx, grant: GrantRow, { reason }: Ending, actor: EventActor): Promise<void> {
    const isUsed = grant.uses > 0;
    if (!isUsed && isMishap(reason)) await repo.limitGrant(tx, grant.id, after(clock.now(), LIMITS.unusedGrant));
    else await endGrant(tx, grant, isUsed ? 'USED' : 'REVOKED', actor);
  }

  async function endGrant(tx: Tx, grant: GrantRow, reason: GrantEndReason, actor: EventActor): Promise<boolean> {
    if (!(await repo.endGrant(tx, grant.id, clock.now(), reason))) return false;
    const { id: grantId, sessionId, siteId } = grant;
    await sessions.log(tx, { sessionId, siteId, actor }, 'sharing.grantEnded', { grantId, reason });
    return true;
  }

  return {
    endShare,
    /** Ends a consent and everything that runs on it. */
    async endGrantWithShares(
      tx: Tx,
      grant: GrantRow,
      reasons: { grant: GrantEndReason; share: ShareEndReason },
      actor: EventActor,
    ): Promise<boolean> {
      if (!(await endGrant(tx, grant, reasons.grant, actor))) return false;
      for (const share of await repo.listRunning(grant.sessionId, tx))
        if (share.grantId === grant.id) await endShare(tx, share, { state: 'STOPPED', reason: reasons.share }, actor);
      return true;
    },
    /** Somebody's seat is closed: nothing of theirs runs or is allowed any more. */
    async endOfSeat(tx: Tx, sessionId: string, participantId: string): Promise<void> {
      for (const share of await repo.listRunning(sessionId, tx)) {
        const isTheirs = [share.customerId, share.publisherId, share.askedById].includes(participantId);
        const state = share.state === 'ASKED' ? 'WITHDRAWN' : 'STOPPED';
        if (isTheirs) await endShare(tx, share, { state, reason: 'PUBLISHER_LEFT' }, SYSTEM);
      }
      for (const grant of await repo.listOpenGrants(tx, sessionId))
        if ([grant.grantorId, grant.granteeId].includes(participantId))
          await endGrant(tx, grant, 'SEAT_CLOSED', SYSTEM);
    },
    /** Another customer is helped now: nothing of the former's machine runs or is allowed any more. */
    async endOfCustomer(tx: Tx, sessionId: string, customerId: string): Promise<void> {
      for (const share of await repo.listRunning(sessionId, tx))
        if (share.customerId === customerId) await endShare(tx, share, roleEnding(share), SYSTEM);
      for (const grant of await repo.listOpenGrants(tx, sessionId))
        if (grant.grantorId === customerId) await endGrant(tx, grant, 'ROLE_CHANGED', SYSTEM);
    },
    /** Another CSR leads now: what the customer allowed to any of them goes on, everything else is asked for again. */
    async endOfLead(tx: Tx, sessionId: string, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
      const passed = new Set<string>();
      for (const grant of await repo.listOpenGrants(tx, sessionId)) {
        if (!grant.isForAnyCsr) continue;
        await repo.pointTo(tx, grant.id, toId);
        passed.add(grant.id);
      }
      for (const share of await repo.listRunning(sessionId, tx)) {
        const isPassed = share.grantId !== null && passed.has(share.grantId) && share.publisherId !== fromId;
        if (!isPassed) await endShare(tx, share, roleEnding(share), SYSTEM);
      }
      for (const grant of await repo.listOpenGrants(tx, sessionId))
        if (!passed.has(grant.id)) await endGrant(tx, grant, 'ROLE_CHANGED', SYSTEM);
    },
    /** The session's end is the last event of its log: what runs ends with it, without words of its own, and so does every right. */
    async endOfSession(tx: Tx, sessionId: string): Promise<void> {
      const now = clock.now();
      for (const share of await repo.listRunning(sessionId, tx)) {
        const state = share.state === 'ASKED' ? 'WITHDRAWN' : 'STOPPED';
        await repo.moveShare(tx, share.id, state, { endedAt: now, endReason: 'SESSION_ENDED', dueAt: null });
      }
      for (const grant of await repo.listOpenGrants(tx, sessionId))
        await repo.endGrant(tx, grant.id, now, 'SESSION_ENDED');
    },
  };
}
export type Endings = ReturnType<typeof createEndings>;
