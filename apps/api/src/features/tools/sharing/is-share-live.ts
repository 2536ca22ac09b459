import type { Tx } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { SharingRepo } from './sharing.repo.js';

/** A share is live while its publisher is connected. A disconnected page shows nothing, whatever the row says. */
export function createIsShareLive({ repo, participants }: { repo: SharingRepo; participants: Participants }) {
  return async function isShareLive(tx: Tx, sessionId: string): Promise<boolean> {
    for (const { state, publisherId } of await repo.listRunning(sessionId, tx))
      if (state === 'LIVE' && (await participants.find(publisherId, tx))?.isConnected) return true;
    return false;
  };
}
