import { isCustomerRole } from '@tandem/domain';
import { randomDigits } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { IdentityRepo } from './identity.repo.js';

const DIGITS = 4;

/** Everybody on the CSRs' side gets a phrase for this session. It is random: nothing that is known tells it. */
export function createGivePhrase({ repo, participants }: { repo: IdentityRepo; participants: Participants }) {
  return async function givePhrase(tx: Tx, participantId: string): Promise<void> {
    const person = await participants.find(participantId, tx);
    if (!person || isCustomerRole(person.role)) return;
    await repo.create(tx, { participantId, sessionId: person.sessionId, phrase: randomDigits(DIGITS) });
  };
}
