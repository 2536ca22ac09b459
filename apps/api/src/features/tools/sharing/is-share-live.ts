import type { Tx } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { SharingRepo } from './sharing.repo.js';

/** A screen is shown by somebody who is here. One whose page has gone shows nothing, whatever its row says. */
export function createIsShareLive({ repo, participants }: { repo: SharingRepo; participants: Participants }) {
  return async function isShareLive(tx: Tx, sessionId: string): Promise<boolean> {
    for (const { state, publisherId } of await repo.listRunning(sessionId, tx))
      if (state === 'LIVE' && (await participants.find(publisherId, tx))?.isConnected) return true;
    return false;
  };
}
