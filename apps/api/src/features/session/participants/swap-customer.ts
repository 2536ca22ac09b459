import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

/**
 * Makes a secondary customer the primary one. The former one becomes secondary, and all grants for their computer end
 * in the same transaction: `sharing` and `media` listen.
 */
export function createSwapCustomer({
  events,
  repo,
  sessions,
}: Uses<'events'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  return ({ viewer, site }: Context, participantId: string): Promise<ParticipantRow> =>
    events.transaction(async (tx) => {
      const found = await repo.find(participantId, tx);
      if (!found || found.siteId !== site.id) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, viewer, found.sessionId, 'swapCustomer');
      const next = (await repo.find(participantId, tx))!;
      if (next.role !== 'SECONDARY_CUSTOMER' || next.state !== 'SEATED') throw new Failure('PARTICIPANT_NOT_PRESENT');
      const former = await repo.findSeated(tx, by.session.id, 'PRIMARY_CUSTOMER');
      if (former) await repo.update(tx, former.id, { role: 'SECONDARY_CUSTOMER' });
      await repo.update(tx, next.id, { role: 'PRIMARY_CUSTOMER' });
      const payload = { fromId: former?.id ?? null, toId: next.id };
      await sessions.log(tx, by, 'participants.customerSwapped', payload);
      return (await repo.find(next.id, tx))!;
    });
}
export type SwapCustomer = ReturnType<typeof createSwapCustomer>;
