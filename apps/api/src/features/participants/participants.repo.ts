import {
  CUSTOMER_ROLES,
  PARTICIPANT_LIFECYCLE,
  statesBefore,
  type Locale,
  type ParticipantRole,
  type ParticipantState,
  type SeatRight,
} from '@tandem/domain';
import { containing, type Database, type Tx } from '../../platform/db/index.js';
import type { DeviceType } from './participants.types.js';

export interface ParticipantRow {
  id: string;
  siteId: string;
  sessionId: string;
  role: ParticipantRole;
  state: ParticipantState;
  userId: string | null;
  invitationId: string | null;
  name: string;
  organisation: string | null;
  rights: SeatRight[];
  gaveControlAt: Date | null;
  locale: Locale;
  tokenHash: Uint8Array<ArrayBuffer> | null;
  device: DeviceType | null;
  readsFrom: number;
  continues: string[];
  formerId: string | null;
  createdAt: Date;
  seatedAt: Date | null;
  leftAt: Date | null;
  lostAt: Date | null;
  disconnectDueAt: Date | null;
  awayDueAt: Date | null;
  isConnected: boolean;
  isAway: boolean;
}
type Change = Partial<Omit<ParticipantRow, 'id' | 'device' | 'siteId' | 'sessionId'>>;

const LIVE: ParticipantState[] = ['WAITING', 'SEATED'];
export const isLive = (state: ParticipantState): boolean => LIVE.includes(state);

/** An account's seat among rows of one session, in the order that they came: the newest that is not closed. */
export const seatOfAccount = (rows: readonly ParticipantRow[], userId: string): ParticipantRow | null =>
  rows.findLast((row) => row.userId === userId && isLive(row.state)) ?? null;

export function createParticipantsRepo({ client }: Database) {
  const rows = (found: unknown) => found as ParticipantRow[];
  return {
    async create(tx: Tx, { device, ...row }: ParticipantRow): Promise<void> {
      await tx.participant.create({ data: { ...row, ...(device && { device: { ...device } }) } });
    },
    async find(id: string, tx?: Tx): Promise<ParticipantRow | null> {
      return (await (tx ?? client).participant.findUnique({ where: { id } })) as ParticipantRow | null;
    },
    async findByToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<ParticipantRow | null> {
      return (await client.participant.findUnique({ where: { tokenHash } })) as ParticipantRow | null;
    },
    async listByUser(sessionId: string, userId: string, tx?: Tx): Promise<ParticipantRow[]> {
      const where = { sessionId, userId };
      return rows(await (tx ?? client).participant.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }));
    },
    async findSeated(tx: Tx, sessionId: string, role: ParticipantRole): Promise<ParticipantRow | null> {
      return (await tx.participant.findFirst({ where: { sessionId, role, state: 'SEATED' } })) as ParticipantRow | null;
    },
    /** Whether a customer sits in a session, or sat there. */
    async hasHadCustomer(sessionId: string, tx?: Tx): Promise<boolean> {
      const where = { sessionId, role: { in: [...CUSTOMER_ROLES] }, seatedAt: { not: null } };
      return (await (tx ?? client).participant.findFirst({ where, select: { id: true } })) !== null;
    },
    /** Customers at the door of a session, the longest waiting first. */
    async listWaiting(tx: Tx, sessionId: string): Promise<ParticipantRow[]> {
      const where = { sessionId, role: { in: [...CUSTOMER_ROLES] }, state: 'WAITING' };
      return rows(await tx.participant.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }));
    },
    /** Of those who came since then, how many never sat. */
    countNewcomers: (tx: Tx, sessionId: string, since: Date): Promise<number> =>
      tx.participant.count({ where: { sessionId, seatedAt: null, createdAt: { gt: since } } }),
    async listByIds(ids: readonly string[]): Promise<ParticipantRow[]> {
      return rows(await client.participant.findMany({ where: { id: { in: [...ids] } } }));
    },
    async listBySessions(sessionIds: readonly string[], tx?: Tx): Promise<ParticipantRow[]> {
      return rows(
        await (tx ?? client).participant.findMany({
          where: { sessionId: { in: [...sessionIds] } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        }),
      );
    },
    async listLive(tx: Tx, sessionId: string): Promise<ParticipantRow[]> {
      return rows(await tx.participant.findMany({ where: { sessionId, state: { in: LIVE } } }));
    },
    async searchByName(siteId: string, text: string, take: number): Promise<string[]> {
      const found = await client.participant.findMany({
        where: { siteId, name: containing(text) },
        select: { sessionId: true },
        distinct: ['sessionId'],
        orderBy: { createdAt: 'desc' },
        take,
      });
      return found.map((row) => row.sessionId);
    },
    async update(tx: Tx, id: string, change: Change): Promise<void> {
      await tx.participant.update({ where: { id }, data: change });
    },
    async setDevice(tx: Tx, id: string, device: DeviceType): Promise<void> {
      await tx.participant.update({ where: { id }, data: { device: { ...device } } });
    },
    async listSeated(tx: Tx, sessionId: string): Promise<ParticipantRow[]> {
      return rows(await tx.participant.findMany({ where: { sessionId, state: 'SEATED' } }));
    },
    /** Live sessions at whose door this account waits. */
    async waitsFor(userId: string): Promise<string[]> {
      const where = { userId, state: 'WAITING' };
      return (await client.participant.findMany({ where, select: { sessionId: true } })).map((row) => row.sessionId);
    },
    /** @returns whether the table of states allowed it */
    async move(tx: Tx, id: string, state: ParticipantState, change: Change): Promise<boolean> {
      const { count } = await tx.participant.updateMany({
        where: { id, state: { in: statesBefore(PARTICIPANT_LIFECYCLE, state) } },
        data: { ...change, state },
      });
      return count === 1;
    },
    async listDue(column: 'disconnectDueAt' | 'awayDueAt', now: Date): Promise<ParticipantRow[]> {
      return rows(
        await client.participant.findMany({ where: { [column]: { lte: now }, state: { in: LIVE } }, take: 200 }),
      );
    },
    /** No deadline of a live seat is earlier than this. */
    async postpone(earliest: Date): Promise<void> {
      for (const column of ['disconnectDueAt', 'awayDueAt'] as const)
        await client.participant.updateMany({
          where: { [column]: { lt: earliest }, state: { in: LIVE } },
          data: { [column]: earliest },
        });
    },
    /** Live seats that count as connected although this process has no stream of theirs: after a start, all of them. */
    async listUnattended(): Promise<ParticipantRow[]> {
      return rows(
        await client.participant.findMany({ where: { state: { in: LIVE }, isConnected: true, lostAt: null } }),
      );
    },
  };
}
export type ParticipantsRepo = ReturnType<typeof createParticipantsRepo>;
