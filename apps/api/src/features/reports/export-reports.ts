import { formatSessionNumber, type Locale } from '@tandem/domain';
import { secondsBetween, type Clock } from '../../platform/clock/index.js';
import type { Context } from '../../platform/graphql/index.js';
import type { Notes } from '../notes/index.js';
import type { ParticipantRow, Participants } from '../participants/index.js';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';
import type { ReportQueries } from './reports.queries.js';
import type { ReportRow, ReportsRepo } from './reports.repo.js';
import type { SessionReportFilter } from './reports.types.js';

const PAGE = 500;

/** Times are written in this zone, so that a spreadsheet shows the clock of whoever opens it. */
export interface ExportStyle {
  locale: Locale;
  timeZone: string;
}

/** The columns in their order, as people read them. */
const HEADS: Record<Locale, string> = {
  ko: '세션 번호,세션 유형,추적 코드,시작,고객 참여,종료,종료 사유,길이(초),지원 담당자,고객,참가자 수,메시지 수,요청 수,거절 수,화면을 본 시간(초),연결 끊김 수,메모',
  en: 'Session number,Session type,Tracking code,Started,Customer joined,Ended,End reason,Length (s),Support representative,Customers,Participants,Messages,Requests,Refusals,Screen seen (s),Disconnects,Notes',
};
const TIMES = [3, 4, 5];

/** Reports as CSV, page by page: memory holds one page, however many sessions there are. */
export function createExportReports({
  repo,
  queries,
  participants,
  notes,
  clock,
}: {
  repo: ReportsRepo;
  queries: ReportQueries;
  participants: Participants;
  notes: Notes;
  clock: Clock;
}) {
  function toLine(row: ReportRow, people: ParticipantRow[], note: string, timeOf: (at: Date | null) => string): string {
    const customers = people.filter((each) => each.role.endsWith('CUSTOMER') && each.seatedAt);
    return csvLine([
      formatSessionNumber(row.number),
      row.sessionType ?? '',
      row.trackingCode ?? '',
      timeOf(row.startedAt),
      timeOf(row.customerJoinedAt),
      timeOf(row.endedAt),
      row.endReason ?? '',
      secondsBetween(row.startedAt, row.endedAt ?? clock.now()),
      people.find(({ id }) => id === row.csrId)?.name ?? '',
      customers.map(({ name }) => name).join(', '),
      row.participantCount,
      row.messageCount,
      row.requestCount,
      row.refusalCount,
      row.viewSeconds,
      row.disconnectCount,
      note,
    ]);
  }

  return async function* exportReports(
    context: Context,
    filter: SessionReportFilter,
    { locale, timeZone }: ExportStyle,
  ): AsyncGenerator<string, void> {
    const where = queries.toRowFilter(context, filter);
    // the Swedish way of writing times is the ISO one, which spreadsheets of every language read
    const clockText = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const timeOf = (at: Date | null) => (at ? clockText.format(at) : '');
    const heads = HEADS[locale].split(',').map((head, at) => (TIMES.includes(at) ? `${head} (${timeZone})` : head));
    yield BYTE_ORDER_MARK + csvLine(heads);
    let after: { at: Date; id: string } | undefined;
    for (;;) {
      const rows = await repo.list(where, 'desc', PAGE, after);
      const ids = rows.map(({ sessionId }) => sessionId);
      const [people, texts] = await Promise.all([participants.listBySessions(ids), notes.queries.sharedTexts(ids)]);
      const bySession = Map.groupBy(people, ({ sessionId }) => sessionId);
      const lineOf = (row: ReportRow) =>
        toLine(row, bySession.get(row.sessionId) ?? [], texts.get(row.sessionId) ?? '', timeOf);
      yield rows.map(lineOf).join('');
      if (rows.length < PAGE) return;
      after = { at: rows.at(-1)!.startedAt, id: rows.at(-1)!.sessionId };
    }
  };
}
export type ExportReports = ReturnType<typeof createExportReports>;
