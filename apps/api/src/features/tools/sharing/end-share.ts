import type { ShareEndReason, ShareState } from '@tandem/domain';
import type { EventActor } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Consents } from '../../session/consents/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import { isMishap } from './sharing.policy.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';

interface ShareEnd {
  state: Extract<ShareState, 'STOPPED' | 'FAILED'>;
  reason: ShareEndReason;
}
interface Deps extends Uses<'clock'> {
  repo: SharingRepo;
  sessions: Sessions;
  consents: Consents;
}
const EVENTS = { STOPPED: 'sharing.stopped', FAILED: 'sharing.failed' } as const;

/** Ends a share and logs the reason. Publishing rights follow the log; a consent for one use ends too. */
export function createEndShare({ clock, repo, sessions, consents }: Deps) {
  /** @returns false when it had ended already */
  return async (tx: Tx, share: ShareRow, { state, reason }: ShareEnd, actor: EventActor): Promise<boolean> => {
    const { id: shareId, sessionId, siteId, publisherId, grantId } = share;
    const change = { endedAt: clock.now(), endReason: reason, dueAt: null };
    if (!(await repo.moveShare(tx, shareId, state, change))) return false;
    await sessions.log(tx, { sessionId, siteId, actor }, EVENTS[state], { shareId, publisherId, reason });
    if (grantId) await consents.finishUse(tx, grantId, isMishap(reason), actor);
    return true;
  };
}
export type EndShare = ReturnType<typeof createEndShare>;
