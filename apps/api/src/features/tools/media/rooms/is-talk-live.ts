import { isCustomerRole } from '@tandem/domain';
import type { Tx } from '../../../../platform/index.js';
import type { Participants } from '../../../session/participants/index.js';
import type { MediaRepo } from './media.repo.js';

/**
 * A call is live when both sides have a participant with microphone or camera on. One side alone may have forgotten to
 * turn it off.
 */
export function createIsTalkLive({ repo, participants }: { repo: MediaRepo; participants: Participants }) {
  return async function isTalkLive(tx: Tx, sessionId: string): Promise<boolean> {
    const sides = new Set<boolean>();
    for (const { participantId } of await repo.listOn(tx, sessionId)) {
      const person = await participants.find(participantId, tx);
      if (person?.isConnected && person.state === 'SEATED') sides.add(isCustomerRole(person.role));
    }
    return sides.size === 2;
  };
}
