import {
  CUSTOMER_ROLES,
  PARTICIPANT_LIFECYCLE,
  statesBefore,
  type Device,
  type ParticipantRole,
  type ParticipantState,
} from '@tandem/domain';
import { containing, Prisma, statement, table, type Database, type Tx } from '../../../platform/db/index.js';

export type ParticipantRow = Prisma.ParticipantModel;
type Change = Partial<Omit<ParticipantRow, 'id' | 'device' | 'siteId' | 'sessionId'>>;

const LIVE: ParticipantState[] = ['WAITING', 'SEATED'];
const isLive = (state: ParticipantState): boolean => LIVE.includes(state);

/** An account's seat among rows of one session, in the order of joining: the newest that is not closed. */
export const seatOfAccount = (rows: readonly ParticipantRow[], userId: string): ParticipantRow | null =>
  rows.findLast((row) => row.userId === userId && isLive(row.state)) ?? null;

const people = table<ParticipantRow>('participant', Prisma.ParticipantScalarFieldEnum);
const BY_ID = people.select('WHERE id = $1');
const BY_IDS = people.select('WHERE id = ANY($1)');
const BY_TOKEN = people.select('WHERE token_hash = $1');
const OF_ACCOUNT = people.select('WHERE session_id = $1 AND user_id = $2 ORDER BY created_at, id');
const SEATED_AS = people.select(`WHERE session_id = $1 AND role = $2 AND state = 'SEATED' LIMIT 1`);
const IN_STATE = people.select('WHERE session_id = $1 AND state = ANY($2)');
const OF_SESSIONS = people.select('WHERE session_id = ANY($1) ORDER BY created_at, id');
const CLOSE = statement(`
  UPDATE participant SET state = 'LEFT', left_at = $2, lost_at = NULL, disconnect_due_at = NULL, away_due_at = NULL,
    is_connected = FALSE, is_away = FALSE
  WHERE session_id = $1 AND state = ANY($3)`);

export function createParticipantsRepo({ client, sql }: Database) {
  const on = (tx?: Tx) => tx?.sql ?? sql;
  return {
    async create(tx: Tx, row: ParticipantRow): Promise<void> {
      await tx.sql(people.insert, people.values(row));
    },
    async find(id: string, tx?: Tx): Promise<ParticipantRow | null> {
      return (await on(tx)(BY_ID, [id]))[0] ?? null;
    },
    async findByToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<ParticipantRow | null> {
      return (await sql(BY_TOKEN, [tokenHash]))[0] ?? null;
    },
    async listByUser(sessionId: string, userId: string, tx?: Tx): Promise<ParticipantRow[]> {
      return on(tx)(OF_ACCOUNT, [sessionId, userId]);
    },
    async findSeated(tx: Tx, sessionId: string, role: ParticipantRole): Promise<ParticipantRow | null> {
      return (await tx.sql(SEATED_AS, [sessionId, role]))[0] ?? null;
    },
    /** Whether a customer sits or sat in a session. */
    async hasHadCustomer(sessionId: string, tx?: Tx): Promise<boolean> {
      const where = { sessionId, role: { in: [...CUSTOMER_ROLES] }, seatedAt: { not: null } };
      return (await (tx ?? client).participant.findFirst({ where, select: { id: true } })) !== null;
    },
    /** Waiting customers of a session, the longest waiting first. */
    async listWaiting(tx: Tx, sessionId: string): Promise<ParticipantRow[]> {
      const where = { sessionId, role: { in: [...CUSTOMER_ROLES] }, state: 'WAITING' as const };
      return tx.participant.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    },
    /** How many of those who joined since then never got a seat. */
    countNewcomers: (tx: Tx, sessionId: string, since: Date): Promise<number> =>
      tx.participant.count({ where: { sessionId, seatedAt: null, createdAt: { gt: since } } }),
    listByIds: (ids: readonly string[]): Promise<ParticipantRow[]> => sql(BY_IDS, [ids]),
    listBySessions: (sessionIds: readonly string[], tx?: Tx): Promise<ParticipantRow[]> =>
      on(tx)(OF_SESSIONS, [sessionIds]),
    /** Closes every live seat of a session. */
    async closeAll(tx: Tx, sessionId: string, leftAt: Date): Promise<void> {
      await tx.sql(CLOSE, [sessionId, leftAt, LIVE]);
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
    async setDevice(tx: Tx, id: string, device: Device): Promise<void> {
      await tx.participant.update({ where: { id }, data: { device } });
    },
    listSeated: (tx: Tx, sessionId: string): Promise<ParticipantRow[]> => tx.sql(IN_STATE, [sessionId, ['SEATED']]),
    /** Live sessions in whose waiting room this account is. */
    async waitsFor(userId: string): Promise<string[]> {
      const where = { userId, state: 'WAITING' as const };
      return (await client.participant.findMany({ where, select: { sessionId: true } })).map((row) => row.sessionId);
    },
    /** @returns whether the lifecycle allowed it */
    async move(tx: Tx, id: string, state: ParticipantState, change: Change): Promise<boolean> {
      const { count } = await tx.participant.updateMany({
        where: { id, state: { in: statesBefore(PARTICIPANT_LIFECYCLE, state) } },
        data: { ...change, state },
      });
      return count === 1;
    },
    async listDue(column: 'disconnectDueAt' | 'awayDueAt', now: Date): Promise<ParticipantRow[]> {
      return client.participant.findMany({ where: { [column]: { lte: now }, state: { in: LIVE } }, take: 200 });
    },
    /** A lower bound of all presence deadlines. */
    async postpone(earliest: Date): Promise<void> {
      for (const column of ['disconnectDueAt', 'awayDueAt'] as const)
        await client.participant.updateMany({
          where: { [column]: { lt: earliest }, state: { in: LIVE } },
          data: { [column]: earliest },
        });
    },
    /** Live seats marked as connected for which this process has no stream: after a start, all of them. */
    async listUnattended(): Promise<ParticipantRow[]> {
      return client.participant.findMany({ where: { state: { in: LIVE }, isConnected: true, lostAt: null } });
    },
  };
}
export type ParticipantsRepo = ReturnType<typeof createParticipantsRepo>;
