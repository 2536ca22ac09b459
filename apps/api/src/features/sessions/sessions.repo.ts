import {
  SESSION_LIFECYCLE,
  statesBefore,
  type SessionEndReason,
  type SessionOrigin,
  type SessionState,
} from '@tandem/domain';
import { containing, type Database, type Prisma, type Tx } from '../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../platform/graphql/paging.js';

export interface SessionRow {
  id: string;
  siteId: string;
  number: string;
  origin: SessionOrigin;
  state: SessionState;
  startedById: string;
  ledById: string;
  /** User ids of everybody with an account who sat in it and was not removed. */
  staffIds: string[];
  isLocked: boolean;
  /** Somebody tries it with themselves. */
  isPractice: boolean;
  startedAt: Date;
  activeAt: Date | null;
  endedAt: Date | null;
  endReason: SessionEndReason | null;
  sessionType: string | null;
  trackingCode: string | null;
  checkDueAt: Date | null;
  awakeAt: Date | null;
  endDueAt: Date | null;
  endDueReason: SessionEndReason | null;
  warnedSeq: number | null;
}
/** No end is announced. */
export const NO_END = { endDueAt: null, endDueReason: null, warnedSeq: null };
export type LimitChange = Partial<
  Pick<SessionRow, 'checkDueAt' | 'awakeAt' | 'endDueAt' | 'endDueReason' | 'warnedSeq'>
>;

/** Any of these is enough: what somebody typed may be a number, a part of a code, or a part of a name. */
export interface SessionSearch {
  number?: string;
  code: string;
  /** Sessions in which a name was found. */
  ids: string[];
}

export interface SessionListFilter {
  siteId: string;
  states?: SessionState[];
  number?: string;
  /** This account took part, or waits at the door of one of these. */
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

export function createSessionsRepo({ client }: Database) {
  return {
    async create(tx: Tx, row: SessionRow): Promise<void> {
      await tx.supportSession.create({ data: row });
    },
    /** @returns false when the number is in use or at rest */
    async takeNumber(tx: Tx, number: string, sessionId: string, now: Date): Promise<boolean> {
      const taken = await tx.$executeRaw`
        INSERT INTO session_number AS n (number, session_id) VALUES (${number}, ${sessionId})
        ON CONFLICT (number) DO UPDATE SET session_id = excluded.session_id, free_at = NULL WHERE n.free_at <= ${now}`;
      return taken === 1;
    },
    async restNumber(tx: Tx, sessionId: string, freeAt: Date): Promise<void> {
      await tx.sessionNumber.updateMany({ where: { sessionId }, data: { freeAt } });
    },
    /** The session that a number leads to now; any site's, ended ones too while the number rests. */
    async findByNumber(number: string): Promise<SessionRow | null> {
      const row = await client.sessionNumber.findUnique({ where: { number } });
      return row && ((await client.supportSession.findUnique({ where: { id: row.sessionId } })) as SessionRow | null);
    },
    async find(id: string, tx?: Tx): Promise<SessionRow | null> {
      return (await (tx ?? client).supportSession.findUnique({ where: { id } })) as SessionRow | null;
    },
    async listByIds(ids: readonly string[]): Promise<SessionRow[]> {
      return (await client.supportSession.findMany({ where: { id: { in: [...ids] } } })) as SessionRow[];
    },
    async allIds(): Promise<string[]> {
      return (await client.supportSession.findMany({ select: { id: true }, orderBy: { startedAt: 'asc' } })).map(
        (row) => row.id,
      );
    },
    /** Reads a session and holds it: changes of one session follow each other. */
    async lock(tx: Tx, id: string): Promise<SessionRow | null> {
      await tx.$queryRaw`SELECT 1 FROM support_session WHERE id = ${id} FOR UPDATE`;
      return (await tx.supportSession.findUnique({ where: { id } })) as SessionRow | null;
    },
    /** Holds everything that one CSR starts, so that two starts at once can't both find room. */
    async lockStarter(tx: Tx, userId: string): Promise<void> {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sessions.start:${userId}`}, 0))::text`;
    },
    async setLimits(tx: Tx, id: string, change: LimitChange): Promise<void> {
      await tx.supportSession.update({ where: { id }, data: change });
    },
    /** Sessions whose time limits are to be looked at. */
    async listDue(now: Date): Promise<string[]> {
      const rows = await client.supportSession.findMany({
        where: { checkDueAt: { lte: now }, state: { not: 'ENDED' } },
        select: { id: true },
        orderBy: { checkDueAt: 'asc' },
        take: 200,
      });
      return rows.map(({ id }) => id);
    },
    countLive: (tx: Tx, ledById: string): Promise<number> =>
      tx.supportSession.count({ where: { ledById, state: { not: 'ENDED' } } }),
    async addStaff(tx: Tx, id: string, userId: string): Promise<void> {
      await tx.$executeRaw`
        UPDATE support_session SET staff_ids = array_append(staff_ids, ${userId})
        WHERE id = ${id} AND ${userId} <> ALL (staff_ids)`;
    },
    async dropStaff(tx: Tx, id: string, userId: string): Promise<void> {
      await tx.$executeRaw`UPDATE support_session SET staff_ids = array_remove(staff_ids, ${userId}) WHERE id = ${id}`;
    },
    async update(
      tx: Tx,
      id: string,
      change: Partial<Pick<SessionRow, 'ledById' | 'isLocked' | 'trackingCode' | 'sessionType'>>,
    ): Promise<void> {
      await tx.supportSession.update({ where: { id }, data: change });
    },
    /** @returns whether the table of states allowed it */
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
      return (await client.supportSession.findMany({
        where: { AND: [toWhere(filter), after ? afterCursor(after, direction, { at: 'startedAt', id: 'id' }) : {}] },
        orderBy: [{ startedAt: direction }, { id: direction }],
        take,
      })) as SessionRow[];
    },
    count: (filter: SessionListFilter): Promise<number> => client.supportSession.count({ where: toWhere(filter) }),
  };
}
export type SessionsRepo = ReturnType<typeof createSessionsRepo>;
