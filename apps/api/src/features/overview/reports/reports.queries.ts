import { parseSessionNumber } from '@tandem/domain';
import type { EventLog } from '../../../platform/events/index.js';
import {
  decodeCursor,
  Failure,
  hasPermission,
  pageSize,
  toPage,
  type Context,
} from '../../../platform/graphql/index.js';
import { ownListOnly, sessionStream, type SessionEventType, type Sessions } from '../../session/sessions/index.js';
import type { FeedReport } from './feed-report.js';
import type { ReportFilter, ReportRow, ReportsRepo } from './reports.repo.js';
import type { SessionReportConnectionType, SessionReportFilter } from './reports.types.js';

export interface ReportListArgs {
  filter?: SessionReportFilter | null;
  orderBy: string;
  first: number;
  after?: string | null;
}
const TIMELINE_MOST = 1000;
/** More than the lead of a session ever changes hands. */
const HANDED_MOST = 100;

export function createReportQueries({
  repo,
  events,
  sessions,
  feed,
}: {
  repo: ReportsRepo;
  events: EventLog;
  sessions: Sessions;
  feed: FeedReport;
}) {
  /** The viewer's filter, restricted to what the viewer may see. @throws BAD_INPUT */
  function toRowFilter({ viewer, site }: Context, { csrId, number, ...rest }: SessionReportFilter): ReportFilter {
    const staffId = ownListOnly(viewer);
    const digits = number ? parseSessionNumber(number) : null;
    if (number && !digits) throw new Failure('BAD_INPUT', {}, [{ path: 'filter.number', rule: 'INVALID' }]);
    return {
      ...rest,
      siteId: site.id,
      ...(staffId && { staffId }),
      ...(csrId && { csrUserId: csrId }),
      ...(digits && { number: digits }),
    };
  }

  return {
    toRowFilter,
    /**
     * Anyone who started, led or assisted a session may read its report; somebody who only waited for admission may
     * not.
     * @throws NOT_FOUND also for what the viewer may not see
     */
    async find({ viewer, site }: Context, sessionId: string): Promise<ReportRow> {
      await feed(sessionId);
      const row = await repo.find(sessionId);
      const isOwn = viewer.kind === 'staff' && row?.staffIds.includes(viewer.userId);
      if (!row || row.siteId !== site.id || !(isOwn || hasPermission(viewer, 'reports.readAll')))
        throw new Failure('NOT_FOUND');
      return row;
    },
    async list(
      context: Context,
      { filter, orderBy, first, after }: ReportListArgs,
    ): Promise<SessionReportConnectionType> {
      const size = pageSize(first);
      const where = toRowFilter(context, filter ?? {});
      const direction = orderBy === 'STARTED_AT_ASC' ? 'asc' : 'desc';
      const rows = await repo.list(where, direction, size + 1, after ? decodeCursor(after) : undefined);
      const page = toPage(
        rows,
        { size, after },
        (row) => ({ at: row.startedAt, id: row.sessionId }),
        (row) => row,
      );
      return { ...page, totalCount: () => repo.count(where) };
    },
    /** The seats of the primary CSRs, in order. */
    async leaders({ sessionId, csrId }: Pick<ReportRow, 'sessionId' | 'csrId'>): Promise<string[]> {
      const handed = await events.newestOf(sessionStream(sessionId), ['participants.controlTransferred'], HANDED_MOST);
      const ids = handed.flatMap(({ payload }) => {
        const { fromId, toId } = payload as { fromId: string; toId: string };
        return [fromId, toId];
      });
      return [...new Set([csrId, ...ids])];
    },
    /** The events of a session that staff may see, in order. */
    async timeline(sessionId: string, first: number, after: number): Promise<SessionEventType[]> {
      if (first < 1 || first > TIMELINE_MOST)
        throw new Failure('BAD_INPUT', {}, [{ path: 'first', rule: 'INVALID', limit: TIMELINE_MOST }]);
      const rows = await events.read(sessionStream(sessionId), after, first);
      return rows.filter((row) => sessions.views.isVisible(row, null)).map(sessions.views.toView);
    },
  };
}
export type ReportQueries = ReturnType<typeof createReportQueries>;
