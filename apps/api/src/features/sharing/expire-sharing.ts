import { SYSTEM } from '../../platform/events/index.js';
import type { Platform } from '../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { Endings } from './end-share.js';
import type { SharingRepo } from './sharing.repo.js';

/** Looks which questions, pickers and consents have run out of time. */
export function createExpireSharing(deps: Platform & { repo: SharingRepo; sessions: Sessions; endings: Endings }) {
  const { events, clock, repo, sessions, endings } = deps;

  async function expireShares(): Promise<void> {
    for (const due of await repo.listDue(clock.now()))
      await events.transaction(async (tx) => {
        await sessions.lock(tx, due.sessionId);
        const share = (await repo.findShare(due.id, tx))!;
        if (!share.dueAt || share.dueAt > clock.now()) return; // answered, or given more time, meanwhile
        const isSilence = share.state === 'ASKED';
        const ending = isSilence
          ? ({ state: 'EXPIRED', reason: 'NO_ANSWER' } as const)
          : ({ state: 'FAILED', reason: 'PICKER_CANCELLED' } as const);
        await endings.endShare(tx, share, ending, SYSTEM);
      });
  }

  async function expireGrants(): Promise<void> {
    for (const due of await repo.listGrantsDue(clock.now()))
      await events.transaction(async (tx) => {
        await sessions.lock(tx, due.sessionId);
        await endings.endGrantWithShares(tx, due, { grant: 'EXPIRED', share: 'GRANT_ENDED' }, SYSTEM);
      });
  }

  return async (): Promise<void> => {
    await expireShares();
    await expireGrants();
  };
}
