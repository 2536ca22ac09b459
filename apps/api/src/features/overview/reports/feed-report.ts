import type { EventRow } from '../../../platform/events/index.js';
import type { Uses } from '../../../platform/index.js';
import { sessionStream, type Sessions } from '../../session/sessions/index.js';
import { project } from './projection.js';
import type { ReportRow, ReportsRepo } from './reports.repo.js';

const PAGE = 500;

/** Updates the report of one session from its log. Called after every event and before a report is read; idempotent. */
export function createFeedReport({
  events,
  repo,
  sessions,
}: Uses<'events'> & { repo: ReportsRepo; sessions: Sessions }) {
  async function begin(sessionId: string, first: EventRow | undefined): Promise<ReportRow | null> {
    const session = await sessions.find(sessionId);
    if (!session || !first) return null;
    return {
      sessionId,
      siteId: session.siteId,
      number: session.number,
      origin: session.origin,
      csrId: first.actor.id ?? '',
      csrUserId: session.startedById,
      staffIds: session.staffIds,
      isPractice: session.isPractice,
      sessionType: session.sessionType,
      trackingCode: session.trackingCode,
      startedAt: session.startedAt,
      customerJoinedAt: null,
      endedAt: null,
      endReason: null,
      participantCount: 0,
      messageCount: 0,
      requestCount: 0,
      refusalCount: 0,
      viewSeconds: 0,
      shownSeconds: 0,
      disconnectCount: 0,
      hasNote: false,
      liveShares: {},
      shownShares: {},
      lastSeq: 0,
    };
  }

  return async function feedReport(sessionId: string): Promise<void> {
    for (;;) {
      const known = await repo.find(sessionId);
      const news = await events.read(sessionStream(sessionId), known?.lastSeq ?? 0, PAGE);
      const base = known ?? (await begin(sessionId, news[0]));
      if (!base || news.length === 0) return;
      const isWritten = await repo.put(project(base, news), base.lastSeq);
      if (isWritten && news.length < PAGE) return;
    }
  };
}
export type FeedReport = ReturnType<typeof createFeedReport>;
