import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ByCsr } from './by-csr.js';
import { CLOSED } from './closed-seat.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

type Deps = Uses<'clock'> & { repo: ParticipantsRepo; sessions: Sessions; byCsr: ByCsr };

/** Removes a participant. They can't join again until the primary CSR admits them. */
export function createRemoveParticipant({ clock, repo, sessions, byCsr }: Deps) {
  return (context: Context, participantId: string): Promise<ParticipantRow> =>
    byCsr(context, participantId, 'removeParticipant', async (tx, by, { id, role, userId }) => {
      if (role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
      await repo.move(tx, id, 'REMOVED', { leftAt: clock.now(), ...CLOSED });
      await sessions.log(tx, by, 'participants.removed', { participantId: id, userId });
    });
}
export type RemoveParticipant = ReturnType<typeof createRemoveParticipant>;
