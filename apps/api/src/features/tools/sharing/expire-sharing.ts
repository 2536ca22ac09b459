import { SYSTEM } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { EndShare } from './end-share.js';
import type { SharingRepo } from './sharing.repo.js';

/** Fails shares whose picker was open for too long. */
export function createExpireSharing(
  deps: Uses<'clock' | 'events'> & { repo: SharingRepo; sessions: Sessions; endShare: EndShare },
) {
  const { events, clock, repo, sessions, endShare } = deps;
  return async (): Promise<void> => {
    for (const due of await repo.listDue(clock.now()))
      await events.transaction(async (tx) => {
        await sessions.lock(tx, due.sessionId);
        const share = (await repo.findShare(due.id, tx))!;
        if (share.state !== 'GRANTED' || !share.dueAt || share.dueAt > clock.now()) return; // chosen in the meantime
        await endShare(tx, share, { state: 'FAILED', reason: 'PICKER_CANCELLED' }, SYSTEM);
      });
  };
}
