import { isCustomerRole } from '@tandem/domain';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { actorOf, sessionStream, type Attendance, type Sessions } from '../sessions/index.js';
import type { DeviceInput, SeatPlace } from './participants.inputs.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';
import { toldDevice } from './told-device.js';

/** A seat that is closed expects nobody back. */
const CLOSED = { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: false, isAway: false };

export const streamOf = ({ session, seat }: Attendance) => ({
  stream: sessionStream(session.id),
  siteId: session.siteId,
  actor: actorOf(seat),
});

/** What happens to seats after they were taken: let in, sent away, given to somebody else, left. */
export function createChangeSeat({
  events,
  clock,
  repo,
  sessions,
  queries,
}: Platform & { repo: ParticipantsRepo; sessions: Sessions; queries: ParticipantQueries }) {
  /** One change by the primary CSR to somebody who waits, or sits. */
  async function byCsr(
    context: Context,
    participantId: string,
    act: 'seatParticipant' | 'removeParticipant',
    work: (tx: Tx, by: Attendance, row: ParticipantRow) => Promise<void>,
  ): Promise<ParticipantRow> {
    return events.transaction(async (tx) => {
      const found = await repo.find(participantId, tx);
      if (!found || found.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, context.viewer, found.sessionId, act);
      const row = (await repo.find(participantId, tx))!;
      if (row.state !== (act === 'seatParticipant' ? 'WAITING' : 'SEATED')) throw new Failure('ALREADY_ANSWERED');
      await work(tx, by, row);
      return (await repo.find(participantId, tx))!;
    });
  }

  async function replaceFirst(tx: Tx, by: Attendance, firstId: string, newcomerId: string): Promise<void> {
    await repo.move(tx, firstId, 'REPLACED', { leftAt: clock.now(), ...CLOSED });
    const payload = { participantId: firstId, byId: newcomerId };
    await events.append(tx, { ...streamOf(by), type: 'participants.replaced', payload });
  }

  /** A customer sits down: as the one who is helped, or beside that one. */
  async function seatCustomer(tx: Tx, by: Attendance, row: ParticipantRow, place: SeatPlace): Promise<void> {
    const first = await repo.findSeated(tx, by.session.id, 'PRIMARY_CUSTOMER');
    if (first && place === 'INSTEAD') await replaceFirst(tx, by, first.id, row.id);
    const role = first && place === 'BESIDE' ? 'SECONDARY_CUSTOMER' : 'PRIMARY_CUSTOMER';
    await repo.move(tx, row.id, 'SEATED', { role, seatedAt: clock.now() });
    if (by.session.state === 'OPEN') await sessions.move(tx, by.session.id, 'ACTIVE', { activeAt: clock.now() });
  }

  return {
    /** Seats who waits. A customer takes the place of the one who sits there now, or sits beside. */
    seat: (context: Context, participantId: string, place: SeatPlace) =>
      byCsr(context, participantId, 'seatParticipant', async (tx, by, row) => {
        if (isCustomerRole(row.role)) await seatCustomer(tx, by, row, place);
        else await repo.move(tx, row.id, 'SEATED', { seatedAt: clock.now() });
        const isFirstCustomer = isCustomerRole(row.role) && by.session.activeAt === null;
        const payload = { participantId: row.id, userId: row.userId, isFirstCustomer };
        await events.append(tx, { ...streamOf(by), type: 'participants.joined', payload });
      }),
    decline: (context: Context, participantId: string) =>
      byCsr(context, participantId, 'seatParticipant', async (tx, by, row) => {
        await repo.move(tx, row.id, 'DECLINED', { leftAt: clock.now(), ...CLOSED });
        await events.append(tx, { ...streamOf(by), type: 'participants.declined', payload: { participantId: row.id } });
      }),
    /** Takes a seat away: the way in stays shut until the primary CSR opens it again. */
    remove: (context: Context, participantId: string) =>
      byCsr(context, participantId, 'removeParticipant', async (tx, by, row) => {
        if (row.role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
        await repo.move(tx, row.id, 'REMOVED', { leftAt: clock.now(), ...CLOSED });
        const payload = { participantId: row.id, userId: row.userId };
        await events.append(tx, { ...streamOf(by), type: 'participants.removed', payload });
      }),
    /** Anybody but the primary CSR goes, seated or still waiting. The session goes on. */
    async leave({ viewer }: Context, sessionId: string): Promise<void> {
      await events.transaction(async (tx) => {
        const session = await sessions.lock(tx, sessionId);
        const row = session && (await queries.findOwn(viewer, sessionId, tx));
        if (!session || !row) throw new Failure('NOT_FOUND');
        if (row.role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
        if (!(await repo.move(tx, row.id, 'LEFT', { leftAt: clock.now(), ...CLOSED }))) return; // went already
        await events.append(tx, {
          stream: sessionStream(sessionId),
          siteId: row.siteId,
          type: 'participants.left',
          actor: actorOf({ role: row.role, participantId: row.id }),
          payload: { participantId: row.id },
        });
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
        await events.append(tx, { ...streamOf(by), type: 'participants.deviceReported', payload });
        return { ...row, device: next };
      });
    },
    /** Everybody's seat closes with the session. */
    async closeAll(tx: Tx, sessionId: string): Promise<void> {
      for (const { id } of await repo.listLive(tx, sessionId))
        await repo.move(tx, id, 'LEFT', { leftAt: clock.now(), ...CLOSED });
    },
  };
}
export type ChangeSeat = ReturnType<typeof createChangeSeat>;
