import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Attendance, Sessions } from '../sessions/index.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

/** A change by the primary CSR to a waiting or seated participant. */
export function createByCsr({
  events,
  repo,
  sessions,
}: Uses<'events'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  return async (
    context: Context,
    participantId: string,
    act: 'seatParticipant' | 'removeParticipant',
    work: (tx: Tx, by: Attendance, row: ParticipantRow) => Promise<void>,
  ): Promise<ParticipantRow> =>
    events.transaction(async (tx) => {
      const found = await repo.find(participantId, tx);
      if (!found || found.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, context.viewer, found.sessionId, act);
      const row = (await repo.find(participantId, tx))!;
      if (row.state !== (act === 'seatParticipant' ? 'WAITING' : 'SEATED')) throw new Failure('ALREADY_ANSWERED');
      await work(tx, by, row);
      return (await repo.find(participantId, tx))!;
    });
}
export type ByCsr = ReturnType<typeof createByCsr>;
