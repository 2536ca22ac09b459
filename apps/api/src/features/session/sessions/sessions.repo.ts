import { SESSION_LIFECYCLE, statesBefore, type SessionState } from '@tandem/domain';
import { containing, Prisma, statement, table, type Database, type Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/paging.js';

export type SessionRow = Prisma.SupportSessionModel;
/** Null: no end is announced. */
export const NO_END = { endDueAt: null, endDueReason: null, warnedSeq: null };
export type LimitChange = Partial<
  Pick<SessionRow, 'checkDueAt' | 'awakeAt' | 'endDueAt' | 'endDueReason' | 'warnedSeq'>
>;

/** Alternatives: search text may be a number, a part of a tracking code, or a part of a name. */
export interface SessionSearch {
  number?: string;
  code: string;
  /** Sessions in which a name matched. */
  ids: string[];
}

export interface SessionListFilter {
  siteId: string;
  states?: SessionState[];
  number?: string;
  /** Sessions in which this account took part, or waits for admission. */
  of?: { userId: string; waitingFor: string[] };
  startedAfter?: Date;
  startedBefore?: Date;
  sessionType?: string;
  trackingCode?: string;
  isPractice?: boolean;
  search?: SessionSearch;
}

function toWhere(filter: SessionListFilter): Prisma.SupportSessionWhereInput {
  const { states, number, startedAfter, startedBefore, search, of, siteId, ...exact } = filter;
  return {
    siteId,
    ...(of && { AND: { OR: [{ staffIds: { has: of.userId } }, { id: { in: of.waitingFor } }] } }),
    ...(states && { state: { in: states } }),
    ...(number && { number }),
    ...(exact.sessionType && { sessionType: exact.sessionType }),
    ...(exact.trackingCode && { trackingCode: exact.trackingCode }),
    ...(typeof exact.isPractice === 'boolean' && { isPractice: exact.isPractice }),
    ...(search && {
      OR: [
        ...(search.number ? [{ number: search.number }] : []),
        { trackingCode: containing(search.code) },
        { id: { in: search.ids } },
      ],
    }),
    ...((startedAfter || startedBefore) && {
      startedAt: { ...(startedAfter && { gte: startedAfter }), ...(startedBefore && { lt: startedBefore }) },
    }),
  };
}

const sessions = table<SessionRow>('support_session', Prisma.SupportSessionScalarFieldEnum);
const BY_ID = sessions.select('WHERE id = $1');
const BY_ID_HELD = sessions.select('WHERE id = $1 FOR UPDATE');
const BY_IDS = sessions.select('WHERE id = ANY($1)');
const BY_NUMBER = sessions.select('WHERE id = (SELECT session_id FROM session_number WHERE number = $1)');
const TAKE_NUMBER = statement(`
  INSERT INTO session_number AS n (number, session_id) VALUES ($1, $2)
  ON CONFLICT (number) DO UPDATE SET session_id = excluded.session_id, free_at = NULL WHERE n.free_at <= $3
  RETURNING number`);
const HOLD_STARTER = statement('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))');
const COUNT_LIVE = statement<{ count: number }>(
  `SELECT count(*)::int AS count FROM support_session WHERE led_by_id = $1 AND state <> 'ENDED'`,
);
const ADD_STAFF = statement(
  'UPDATE support_session SET staff_ids = array_append(staff_ids, $2) WHERE id = $1 AND $2 <> ALL (staff_ids)',
);
const DROP_STAFF = statement('UPDATE support_session SET staff_ids = array_remove(staff_ids, $2) WHERE id = $1');

export function createSessionsRepo({ client, sql }: Database) {
  return {
    async create(tx: Tx, row: SessionRow): Promise<void> {
      await tx.sql(sessions.insert, sessions.values(row));
    },
    /** @returns false when the number is in use or reserved */
    async takeNumber(tx: Tx, number: string, sessionId: string, now: Date): Promise<boolean> {
      return (await tx.sql(TAKE_NUMBER, [number, sessionId, now])).length === 1;
    },
    async restNumber(tx: Tx, sessionId: string, freeAt: Date): Promise<void> {
      await tx.sessionNumber.updateMany({ where: { sessionId }, data: { freeAt } });
    },
    /** The session that a number leads to now, of any site; includes ended ones while the number is reserved. */
    async findByNumber(number: string): Promise<SessionRow | null> {
      return (await sql(BY_NUMBER, [number]))[0] ?? null;
    },
    async find(id: string, tx?: Tx): Promise<SessionRow | null> {
      return (await (tx?.sql ?? sql)(BY_ID, [id]))[0] ?? null;
    },
    listByIds: (ids: readonly string[]): Promise<SessionRow[]> => sql(BY_IDS, [ids]),
    async allIds(): Promise<string[]> {
      return (await client.supportSession.findMany({ select: { id: true }, orderBy: { startedAt: 'asc' } })).map(
        (row) => row.id,
      );
    },
    /** Reads a session and locks its row: changes of one session are serialised. */
    async lock(tx: Tx, id: string): Promise<SessionRow | null> {
      return (await tx.sql(BY_ID_HELD, [id]))[0] ?? null;
    },
    /** Serialises the session starts of one CSR, so that two concurrent ones can't both pass the limit. */
    async lockStarter(tx: Tx, userId: string): Promise<void> {
      await tx.sql(HOLD_STARTER, [`sessions.start:${userId}`]);
    },
    async setLimits(tx: Tx, id: string, change: LimitChange): Promise<void> {
      await tx.supportSession.update({ where: { id }, data: change });
    },
    /** Sessions whose time limits are due for a check. */
    async listDue(now: Date): Promise<string[]> {
      const rows = await client.supportSession.findMany({
        where: { checkDueAt: { lte: now }, state: { not: 'ENDED' } },
        select: { id: true },
        orderBy: { checkDueAt: 'asc' },
        take: 200,
      });
      return rows.map(({ id }) => id);
    },
    async countLive(tx: Tx, ledById: string): Promise<number> {
      return (await tx.sql(COUNT_LIVE, [ledById]))[0]!.count;
    },
    async addStaff(tx: Tx, id: string, userId: string): Promise<void> {
      await tx.sql(ADD_STAFF, [id, userId]);
    },
    async dropStaff(tx: Tx, id: string, userId: string): Promise<void> {
      await tx.sql(DROP_STAFF, [id, userId]);
    },
    async update(
      tx: Tx,
      id: string,
      change: Partial<Pick<SessionRow, 'ledById' | 'isLocked' | 'trackingCode' | 'sessionType'>>,
    ): Promise<void> {
      await tx.supportSession.update({ where: { id }, data: change });
    },
    /** @returns whether the lifecycle allowed it */
    async move(tx: Tx, id: string, state: SessionState, change: Partial<SessionRow>): Promise<boolean> {
      const { count } = await tx.supportSession.updateMany({
        where: { id, state: { in: statesBefore(SESSION_LIFECYCLE, state) } },
        data: { ...change, state },
      });
      return count === 1;
    },
    async list(
      filter: SessionListFilter,
      direction: 'asc' | 'desc',
      take: number,
      after?: Cursor,
    ): Promise<SessionRow[]> {
      return client.supportSession.findMany({
        where: { AND: [toWhere(filter), after ? afterCursor(after, direction, { at: 'startedAt', id: 'id' }) : {}] },
        orderBy: [{ startedAt: direction }, { id: direction }],
        take,
      });
    },
    count: (filter: SessionListFilter): Promise<number> => client.supportSession.count({ where: toWhere(filter) }),
  };
}
export type SessionsRepo = ReturnType<typeof createSessionsRepo>;
