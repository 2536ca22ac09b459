import { Prisma, table, type Database } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/paging.js';

export type ReportRow = Prisma.SessionReportModel;

export interface ReportFilter {
  siteId: string;
  number?: string;
  csrUserId?: string;
  /** This account took part. */
  staffId?: string;
  startedAfter?: Date;
  startedBefore?: Date;
  isEnded?: boolean;
  sessionType?: string;
  trackingCode?: string;
  isPractice?: boolean;
}

function toWhere({
  siteId,
  number,
  csrUserId,
  staffId,
  startedAfter,
  startedBefore,
  isEnded,
  sessionType,
  trackingCode,
  isPractice,
}: ReportFilter): Prisma.SessionReportWhereInput {
  return {
    siteId,
    ...(number && { number }),
    ...(csrUserId && { csrUserId }),
    ...(staffId && { staffIds: { has: staffId } }),
    ...(sessionType && { sessionType }),
    ...(trackingCode && { trackingCode }),
    ...(typeof isPractice === 'boolean' && { isPractice }),
    ...(isEnded !== undefined && { endedAt: isEnded ? { not: null } : null }),
    ...((startedAfter || startedBefore) && {
      startedAt: { ...(startedAfter && { gte: startedAfter }), ...(startedBefore && { lt: startedBefore }) },
    }),
  };
}

const reports = table<ReportRow>('session_report', Prisma.SessionReportScalarFieldEnum);
const PUT = reports.put('session_id', `WHERE session_report.last_seq = ${reports.next} RETURNING session_id`);
const BY_SESSION = reports.select('WHERE session_id = $1');

export function createReportsRepo({ client, sql }: Database) {
  return {
    async find(sessionId: string): Promise<ReportRow | null> {
      return (await sql(BY_SESSION, [sessionId]))[0] ?? null;
    },
    /**
     * Writes a row computed from the row at event `since`, 0 for none.
     * @returns false when another writer was faster
     */
    async put(row: ReportRow, since: number): Promise<boolean> {
      return (await sql(PUT, [...reports.values(row), since])).length === 1;
    },
    async list(filter: ReportFilter, direction: 'asc' | 'desc', take: number, after?: Cursor): Promise<ReportRow[]> {
      const page = after ? afterCursor(after, direction, { at: 'startedAt', id: 'sessionId' }) : {};
      const orderBy = [{ startedAt: direction }, { sessionId: direction }];
      return client.sessionReport.findMany({
        where: { AND: [toWhere(filter), page] },
        orderBy,
        take,
      });
    },
    count: (filter: ReportFilter): Promise<number> => client.sessionReport.count({ where: toWhere(filter) }),
    async clear(): Promise<void> {
      await client.sessionReport.deleteMany({});
    },
  };
}
export type ReportsRepo = ReturnType<typeof createReportsRepo>;
