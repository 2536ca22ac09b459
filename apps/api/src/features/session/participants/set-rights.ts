import { TICKED_ROLES, type SeatRight } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import { ifWaiting } from './participants.events.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

/**
 * The primary CSR sets the rights of an assistant or a guest expert; effective immediately, at the media server too.
 */
export function createSetRights({
  events,
  repo,
  sessions,
}: Uses<'events'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  return ({ viewer, site }: Context, participantId: string, wanted: SeatRight[]): Promise<ParticipantRow> =>
    events.transaction(async (tx) => {
      const found = await repo.find(participantId, tx);
      if (!found || found.siteId !== site.id) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, viewer, found.sessionId, 'setRights');
      const row = (await repo.find(participantId, tx))!;
      const isHere = row.state === 'SEATED' || row.state === 'WAITING';
      if (!isHere || !TICKED_ROLES.includes(row.role)) throw new Failure('PARTICIPANT_NOT_PRESENT');
      const rights = [...new Set(wanted)].sort();
      if (rights.join() === [...row.rights].sort().join()) return row;
      await repo.update(tx, row.id, { rights });
      const payload = { participantId: row.id, rights, ...ifWaiting(row.state) };
      await sessions.log(tx, by, 'participants.rightsChanged', payload);
      return { ...row, rights };
    });
}
export type SetRights = ReturnType<typeof createSetRights>;
