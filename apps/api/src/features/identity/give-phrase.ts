import { isCustomerRole } from '@tandem/domain';
import { randomDigits } from '../../platform/crypto/index.js';
import type { EventRow } from '../../platform/events/index.js';
import type { Tx } from '../../platform/index.js';
import { sessionIdOf } from '../sessions/index.js';
import type { IdentityRepo } from './identity.repo.js';

const DIGITS = 4;
type Joined = Pick<EventRow<'participants.joined'>, 'stream' | 'payload'>;

/** Everybody on the CSRs' side gets a phrase for this session. It is random: nothing that is known tells it. */
export function createGivePhrase({ repo }: { repo: IdentityRepo }) {
  return async function givePhrase(tx: Tx, { stream, payload }: Joined): Promise<void> {
    const { participantId, role } = payload;
    if (isCustomerRole(role)) return;
    await repo.create(tx, { participantId, sessionId: sessionIdOf(stream), phrase: randomDigits(DIGITS) });
  };
}
