import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { actorOf, sessionStream, type Attendance, type Sessions } from '../sessions/index.js';
import type { DeviceInput } from './participants.inputs.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

/** A seat that is closed expects nobody back. */
const CLOSED = { lostAt: null, disconnectDueAt: null, awayDueAt: null, isConnected: false, isAway: false };

/** What happens to seats after they were taken: let in, sent away, given to somebody else, left. */
export function createChangeSeat({
  events,
  clock,
  repo,
  sessions,
}: Platform & { repo: ParticipantsRepo; sessions: Sessions }) {
  /** One change by the CSR to somebody who waits. */
  async function byCsr(
    context: Context,
    participantId: string,
    work: (tx: Tx, by: Attendance, row: ParticipantRow) => Promise<void>,
  ): Promise<ParticipantRow> {
    return events.transaction(async (tx) => {
      const found = await repo.find(participantId, tx);
      if (!found || found.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, context.viewer, found.sessionId, 'csr');
      const row = (await repo.find(participantId, tx))!;
      if (row.state !== 'WAITING') throw new Failure('ALREADY_ANSWERED');
      await work(tx, by, row);
      return (await repo.find(participantId, tx))!;
    });
  }

  const streamOf = ({ session, seat }: Attendance) => ({
    stream: sessionStream(session.id),
    siteId: session.siteId,
    actor: actorOf(seat),
  });

  async function replaceFirst(tx: Tx, by: Attendance, newcomerId: string): Promise<void> {
    const first = await repo.findSeated(tx, by.session.id, 'PRIMARY_CUSTOMER');
    if (!first) return;
    await repo.move(tx, first.id, 'REPLACED', { leftAt: clock.now(), ...CLOSED });
    await events.append(tx, {
      ...streamOf(by),
      type: 'participants.replaced',
      payload: { participantId: first.id, byId: newcomerId },
    });
  }

  return {
    /** Seats who waits, instead of the customer who sits there now. */
    seat: (context: Context, participantId: string) =>
      byCsr(context, participantId, async (tx, by, row) => {
        await replaceFirst(tx, by, row.id);
        await repo.move(tx, row.id, 'SEATED', { seatedAt: clock.now() });
        if (by.session.state === 'OPEN') await sessions.move(tx, by.session.id, 'ACTIVE', { activeAt: clock.now() });
        const payload = { participantId: row.id, isFirstCustomer: by.session.activeAt === null };
        await events.append(tx, { ...streamOf(by), type: 'participants.joined', payload });
      }),
    decline: (context: Context, participantId: string) =>
      byCsr(context, participantId, async (tx, by, row) => {
        await repo.move(tx, row.id, 'DECLINED', { leftAt: clock.now(), ...CLOSED });
        await events.append(tx, { ...streamOf(by), type: 'participants.declined', payload: { participantId: row.id } });
      }),
    /** The customer goes, seated or still waiting. The session goes on. */
    async leave({ viewer }: Context, sessionId: string): Promise<void> {
      if (viewer.kind !== 'seat' || viewer.sessionId !== sessionId) throw new Failure('FORBIDDEN');
      await events.transaction(async (tx) => {
        const session = await sessions.lock(tx, sessionId);
        const row = await repo.find(viewer.participantId, tx);
        if (!session || !row) throw new Failure('NOT_FOUND');
        if (!(await repo.move(tx, row.id, 'LEFT', { leftAt: clock.now(), ...CLOSED }))) return; // went already
        const payload = { participantId: row.id };
        await events.append(tx, {
          stream: sessionStream(sessionId),
          siteId: row.siteId,
          type: 'participants.left',
          actor: { kind: 'CUSTOMER', id: row.id },
          payload,
        });
      });
    },
    async reportDevice(context: Context, sessionId: string, device: DeviceInput): Promise<ParticipantRow> {
      return events.transaction(async (tx) => {
        const by = await sessions.access.toAct(tx, context.viewer, sessionId);
        const row = (await repo.find(by.seat.participantId, tx))!;
        const next = { ...device };
        if (JSON.stringify(Object.entries(row.device ?? {}).sort()) === JSON.stringify(Object.entries(next).sort()))
          return row;
        await repo.setDevice(tx, row.id, next);
        await events.append(tx, {
          ...streamOf(by),
          type: 'participants.deviceReported',
          payload: { participantId: row.id },
        });
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
