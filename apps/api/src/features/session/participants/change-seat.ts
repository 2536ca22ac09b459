import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import type { ByCsr } from './by-csr.js';
import type { DeviceInput } from './participants.inputs.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import { toldDevice } from './told-device.js';

/** A seat that is closed expects nobody back. */
export const CLOSED = { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: false, isAway: false };

/** What happens to seats after they were taken: taken away, left. */
export function createChangeSeat({
  events,
  clock,
  repo,
  sessions,
  queries,
  byCsr,
}: Platform & { repo: ParticipantsRepo; sessions: Sessions; queries: ParticipantQueries; byCsr: ByCsr }) {
  return {
    /** Takes a seat away: the way in stays shut until the primary CSR opens it again. */
    remove: (context: Context, participantId: string) =>
      byCsr(context, participantId, 'removeParticipant', async (tx, by, row) => {
        if (row.role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
        await repo.move(tx, row.id, 'REMOVED', { leftAt: clock.now(), ...CLOSED });
        const payload = { participantId: row.id, userId: row.userId };
        await sessions.log(tx, by, 'participants.removed', payload);
      }),
    /** Anybody but the primary CSR goes, seated or still waiting. The session goes on. */
    async leave({ viewer }: Context, sessionId: string): Promise<void> {
      await events.transaction(async (tx) => {
        const session = await sessions.lock(tx, sessionId);
        const row = session && (await queries.findOwn(viewer, sessionId, tx));
        if (!session || !row) throw new Failure('NOT_FOUND');
        if (row.role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
        if (!(await repo.move(tx, row.id, 'LEFT', { leftAt: clock.now(), ...CLOSED }))) return; // went already
        const seat = { role: row.role, participantId: row.id };
        await sessions.log(tx, { session, seat }, 'participants.left', { participantId: row.id });
      });
    },
    async reportDevice(context: Context, sessionId: string, device: DeviceInput): Promise<ParticipantRow> {
      return events.transaction(async (tx) => {
        const by = await sessions.access.toAct(tx, context.viewer, sessionId, 'reportDevice');
        const row = (await repo.find(by.seat.participantId, tx))!;
        const next = toldDevice(device);
        if (JSON.stringify(Object.entries(row.device ?? {}).sort()) === JSON.stringify(Object.entries(next).sort()))
          return row;
        await repo.setDevice(tx, row.id, next);
        const payload = { participantId: row.id };
        await sessions.log(tx, by, 'participants.deviceReported', payload);
        return { ...row, device: next };
      });
    },
    /** Everybody's seat closes with the session. */
    async closeAll(tx: Tx, sessionId: string): Promise<void> {
      await repo.closeAll(tx, sessionId, clock.now());
    },
  };
}
export type ChangeSeat = ReturnType<typeof createChangeSeat>;
