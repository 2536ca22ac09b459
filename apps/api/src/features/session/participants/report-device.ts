import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { DeviceInput } from './participants.inputs.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import { reportedDevice } from './reported-device.js';

const isSame = (one: object, other: object): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** What a participant's page says about its browser and computer. Unchanged values are not recorded. */
export function createReportDevice({
  events,
  repo,
  sessions,
}: Uses<'events'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  return ({ viewer }: Context, sessionId: string, reported: DeviceInput): Promise<ParticipantRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, viewer, sessionId, 'reportDevice');
      const row = (await repo.find(by.seat.participantId, tx))!;
      const device = reportedDevice(reported);
      if (isSame(row.device ?? {}, device)) return row;
      await repo.setDevice(tx, row.id, device);
      await sessions.log(tx, by, 'participants.deviceReported', { participantId: row.id });
      return { ...row, device };
    });
}
export type ReportDevice = ReturnType<typeof createReportDevice>;
