import { isColleagueRole } from '@tandem/domain';
import { randomDigits } from '../../../platform/crypto/index.js';
import type { EventRow } from '../../../platform/events/index.js';
import type { Tx } from '../../../platform/index.js';
import { sessionIdOf } from '../../session/sessions/index.js';
import type { IdentityRepo } from './identity.repo.js';

const DIGITS = 4;
type Joined = Pick<EventRow<'participants.joined'>, 'stream' | 'payload'>;

/**
 * Gives every CSR a random phrase for this session, to read out on the telephone. A guest expert, who does not call,
 * gets none.
 */
export function createGivePhrase({ repo }: { repo: IdentityRepo }) {
  return async function givePhrase(tx: Tx, { stream, payload }: Joined): Promise<void> {
    const { participantId, role } = payload;
    if (!isColleagueRole(role)) return;
    await repo.create(tx, { participantId, sessionId: sessionIdOf(stream), phrase: randomDigits(DIGITS) });
  };
}
