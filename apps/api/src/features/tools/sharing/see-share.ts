import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { SYSTEM } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Consents } from '../../session/consents/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Media } from '../media/index.js';
import type { EndShare } from './end-share.js';
import type { ShareRow, SharingRepo } from './sharing.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: SharingRepo;
  sessions: Sessions;
  consents: Consents;
  endShare: EndShare;
  media: Media;
}

/**
 * From the selected surface to the live picture. Only the media server knows that it receives a picture: it sends a
 * webhook, and it is polled while a share is starting. At the timeout the share fails, and both sides get the reason.
 */
export function createSeeShare({ events, clock, repo, sessions, consents, endShare, media }: Deps) {
  /** Runs on a share that is still starting, with its session locked. */
  const onStarting = (found: ShareRow, work: (tx: Tx, share: ShareRow) => Promise<void>): Promise<void> =>
    events.transaction(async (tx) => {
      await sessions.lock(tx, found.sessionId);
      const share = await repo.findShare(found.id, tx);
      if (share?.state === 'STARTING') await work(tx, share);
    });

  const goLive = (found: ShareRow): Promise<void> =>
    onStarting(found, async (tx, { id, siteId, sessionId, grantId, action, surface }) => {
      if (!(await repo.moveShare(tx, id, 'LIVE', { liveAt: clock.now(), dueAt: null }))) return;
      await consents.use(tx, grantId!);
      const payload = { shareId: id, action, surface: surface! };
      await sessions.log(tx, { sessionId, siteId, actor: SYSTEM }, 'sharing.started', payload);
    });

  const giveUp = (found: ShareRow, isThere: boolean): Promise<void> =>
    onStarting(found, async (tx, share) => {
      const now = clock.now();
      if (share.dueAt! > now) return;
      // while the customer is on hold no picture can arrive
      if (await media.isOnHold(share.sessionId, tx)) return repo.setDue(tx, share.id, after(now, LIMITS.shareStart));
      const reason = isThere ? 'CAPTURE_FAILED' : 'MEDIA_NOT_CONNECTED';
      await endShare(tx, share, { state: 'FAILED', reason }, SYSTEM);
    });

  return {
    async screenArrived(participantId: string): Promise<void> {
      const share = await repo.findStarting(participantId);
      if (share) await goLive(share);
    },
    async lookAtStarting(): Promise<void> {
      for (const share of await repo.listStarting()) {
        const word = await media.screenOf(share.publisherId);
        if (word === 'ARRIVES') await goLive(share);
        else if (share.dueAt! <= clock.now()) await giveUp(share, word === 'SILENT');
      }
    },
  };
}
