import type { SessionEndReason, SessionOrigin } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../platform/graphql/paging.js';

export interface ReportRow {
  sessionId: string;
  siteId: string;
  number: string;
  origin: SessionOrigin;
  /** Participant id of the CSR who started. */
  csrId: string;
  csrUserId: string;
  startedAt: Date;
  customerJoinedAt: Date | null;
  endedAt: Date | null;
  endReason: SessionEndReason | null;
  participantCount: number;
  messageCount: number;
  requestCount: number;
  refusalCount: number;
  viewSeconds: number;
  disconnectCount: number;
  hasNote: boolean;
  /** When each share began that is live now. */
  liveShares: Record<string, string>;
  /** The last event that is counted in. */
  lastSeq: number;
}

export interface ReportFilter {
  siteId: string;
  number?: string;
  csrUserId?: string;
  startedAfter?: Date;
  startedBefore?: Date;
  isEnded?: boolean;
}

function toWhere({
  siteId,
  number,
  csrUserId,
  startedAfter,
  startedBefore,
  isEnded,
}: ReportFilter): Prisma.SessionReportWhereInput {
  return {
    siteId,
    ...(number && { number }),
    ...(csrUserId && { csrUserId }),
    ...(isEnded !== undefined && { endedAt: isEnded ? { not: null } : null }),
    ...((startedAfter || startedBefore) && {
      startedAt: { ...(startedAfter && { gte: startedAfter }), ...(startedBefore && { lt: startedBefore }) },
    }),
  };
}

export function createReportsRepo({ client }: Database) {
  return {
    async find(sessionId: string, tx?: Tx): Promise<ReportRow | null> {
      return (await (tx ?? client).sessionReport.findUnique({ where: { sessionId } })) as ReportRow | null;
    },
    async put(tx: Tx, row: ReportRow): Promise<void> {
      await tx.sessionReport.upsert({ where: { sessionId: row.sessionId }, create: row, update: row });
    },
    /** One projection of a session at a time. */
    async hold(tx: Tx, sessionId: string): Promise<void> {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reports:${sessionId}`}, 0))::text`;
    },
    async list(filter: ReportFilter, direction: 'asc' | 'desc', take: number, after?: Cursor): Promise<ReportRow[]> {
      const page = after ? afterCursor(after, direction, { at: 'startedAt', id: 'sessionId' }) : {};
      const orderBy = [{ startedAt: direction }, { sessionId: direction }];
      return (await client.sessionReport.findMany({
        where: { AND: [toWhere(filter), page] },
        orderBy,
        take,
      })) as ReportRow[];
    },
    count: (filter: ReportFilter): Promise<number> => client.sessionReport.count({ where: toWhere(filter) }),
    async clear(): Promise<void> {
      await client.sessionReport.deleteMany({});
    },
  };
}
export type ReportsRepo = ReturnType<typeof createReportsRepo>;
