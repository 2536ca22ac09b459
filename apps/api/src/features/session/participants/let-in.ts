import { isCustomerRole } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Attendance, Sessions } from '../sessions/index.js';
import type { ByCsr } from './by-csr.js';
import { CLOSED } from './closed-seat.js';
import type { SeatPlace } from './participants.inputs.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: ParticipantsRepo;
  sessions: Sessions;
  byCsr: ByCsr;
}
/** The primary CSR's decision about a waiting customer. */
export interface Admission {
  place: SeatPlace;
  /** The seat of the customer who returns; null: another person. */
  sameAs: string | null;
}

/**
 * Admits or declines people in the waiting room. A later customer is either the same person again, who takes the
 * earlier seat's place and reads what it could read, or another person, who reads from now on.
 */
export function createLetIn({ events, clock, repo, sessions, byCsr }: Deps) {
  /**
   * The seat to continue. @throws PARTICIPANT_NOT_PRESENT unless it is a customer's of this session that was not
   * continued yet
   */
  async function findEarlier(tx: Tx, { sessionId }: ParticipantRow, id: string): Promise<ParticipantRow> {
    const people = await repo.listBySessions([sessionId], tx);
    const earlier = people.find((person) => person.id === id);
    const isContinued = people.some(({ continues }) => continues.includes(id));
    if (!earlier?.seatedAt || !isCustomerRole(earlier.role) || isContinued)
      throw new Failure('PARTICIPANT_NOT_PRESENT');
    return earlier;
  }

  async function replace(tx: Tx, by: Attendance, seatedId: string, newcomerId: string): Promise<void> {
    await repo.move(tx, seatedId, 'REPLACED', { leftAt: clock.now(), ...CLOSED });
    const payload = { participantId: seatedId, byId: newcomerId };
    await sessions.log(tx, by, 'participants.replaced', payload);
  }

  /** Determines the place of a customer, and replaces the present one if necessary. @returns the participant role */
  async function placeOf(
    tx: Tx,
    by: Attendance,
    row: ParticipantRow,
    place: SeatPlace,
    earlier: ParticipantRow | null,
  ) {
    if (earlier?.state === 'SEATED') {
      await replace(tx, by, earlier.id, row.id);
      return earlier.role;
    }
    const first = await repo.findSeated(tx, by.session.id, 'PRIMARY_CUSTOMER');
    if (first && place === 'BESIDE') return 'SECONDARY_CUSTOMER';
    if (first) await replace(tx, by, first.id, row.id);
    return 'PRIMARY_CUSTOMER';
  }

  /** Seats a customer: as the primary or as a secondary one. */
  async function seatCustomer(tx: Tx, by: Attendance, row: ParticipantRow, { place, sameAs }: Admission) {
    const isFirst = !(await repo.hasHadCustomer(row.sessionId, tx));
    const earlier = sameAs ? await findEarlier(tx, row, sameAs) : null;
    const role = await placeOf(tx, by, row, place, earlier);
    await repo.move(tx, row.id, 'SEATED', { role, seatedAt: clock.now() });
    if (by.session.state === 'OPEN') await sessions.move(tx, by.session.id, 'ACTIVE', { activeAt: clock.now() });
    const { seq } = await sessions.log(tx, by, 'participants.joined', {
      participantId: row.id,
      role,
      userId: null,
      invitationId: row.invitationId,
      isFirstCustomer: by.session.activeAt === null,
      ...(!isFirst && { admittedAs: earlier ? 'SAME_PERSON' : 'ANOTHER_PERSON' }),
      ...(earlier && { continuesId: earlier.id }),
    });
    if (earlier) {
      const continues = [earlier.id, ...earlier.continues];
      await repo.update(tx, row.id, { continues, readsFrom: earlier.readsFrom });
    } else if (!isFirst) await repo.update(tx, row.id, { readsFrom: seq });
  }

  async function sendAway(tx: Tx, by: Attendance, { id: participantId }: ParticipantRow): Promise<void> {
    await repo.move(tx, participantId, 'DECLINED', { leftAt: clock.now(), ...CLOSED });
    await sessions.log(tx, by, 'participants.declined', { participantId });
  }

  return {
    seat: (context: Context, participantId: string, admission: Admission): Promise<ParticipantRow> =>
      byCsr(context, participantId, 'seatParticipant', async (tx, by, row) => {
        if (isCustomerRole(row.role)) return seatCustomer(tx, by, row, admission);
        await repo.move(tx, row.id, 'SEATED', { seatedAt: clock.now() });
        const { id, role, userId, invitationId } = row;
        const payload = { participantId: id, role, userId, invitationId, isFirstCustomer: false };
        await sessions.log(tx, by, 'participants.joined', payload);
      }),
    decline: (context: Context, participantId: string): Promise<ParticipantRow> =>
      byCsr(context, participantId, 'seatParticipant', sendAway),
    /** Declines everybody who waits at this moment. @returns their number */
    declineAll: ({ viewer }: Context, sessionId: string): Promise<number> =>
      events.transaction(async (tx) => {
        const by = await sessions.access.toAct(tx, viewer, sessionId, 'seatParticipant');
        const waiting = await repo.listWaiting(tx, sessionId);
        for (const row of waiting) await sendAway(tx, by, row);
        return waiting.length;
      }),
  };
}
export type LetIn = ReturnType<typeof createLetIn>;
