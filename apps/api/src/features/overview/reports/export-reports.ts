import { formatSessionNumber, type Locale } from '@tandem/domain';
import { secondsBetween, type Clock } from '../../../platform/clock/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Notes } from '../../tools/notes/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import { customersAmong } from './customers-among.js';
import { CSV_WORDS } from './csv-words.js';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';
import type { ReportQueries } from './reports.queries.js';
import type { ReportRow, ReportsRepo } from './reports.repo.js';
import type { SessionReportFilter } from './reports.types.js';

const PAGE = 500;

/** The time zone of the reader, so that a spreadsheet shows local times. */
export interface ExportStyle {
  locale: Locale;
  timeZone: string;
}

/** Columns of times name their zone. */
const TIMES = [3, 4, 5];

/** Reports as CSV, page by page, so that memory use does not grow with the number of sessions. */
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
  function toLine(
    row: ReportRow,
    { people, note }: { people: ParticipantRow[]; note: string },
    { words, timeOf }: { words: (typeof CSV_WORDS)[Locale]; timeOf: (at: Date | null) => string },
  ): string {
    const customers = customersAmong(people);
    return csvLine([
      formatSessionNumber(row.number),
      row.sessionType ?? '',
      row.trackingCode ?? '',
      timeOf(row.startedAt),
      timeOf(row.customerJoinedAt),
      timeOf(row.endedAt),
      row.endReason ? words.endReason[row.endReason] : '',
      secondsBetween(row.startedAt, row.endedAt ?? clock.now()),
      people.find(({ id }) => id === row.csrId)?.name ?? '',
      customers.map(({ name }) => name).join(', '),
      row.participantCount,
      row.messageCount,
      row.requestCount,
      row.refusalCount,
      row.viewSeconds,
      row.shownSeconds,
      row.disconnectCount,
      note,
      row.isPractice ? words.practice : '',
    ]);
  }

  return async function* exportReports(
    context: Context,
    filter: SessionReportFilter,
    { locale, timeZone }: ExportStyle,
  ): AsyncGenerator<string, void> {
    const where = queries.toRowFilter(context, filter);
    // the Swedish locale writes ISO times, which spreadsheets of every language read
    const clockText = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const timeOf = (at: Date | null) => (at ? clockText.format(at) : '');
    const words = CSV_WORDS[locale];
    const heads = words.heads.map((head, at) => (TIMES.includes(at) ? `${head} (${timeZone})` : head));
    yield BYTE_ORDER_MARK + csvLine(heads);
    let after: { at: Date; id: string } | undefined;
    for (;;) {
      const rows = await repo.list(where, 'desc', PAGE, after);
      const ids = rows.map(({ sessionId }) => sessionId);
      const [people, texts] = await Promise.all([participants.listBySessions(ids), notes.queries.sharedTexts(ids)]);
      const bySession = Map.groupBy(people, ({ sessionId }) => sessionId);
      const lineOf = (row: ReportRow) =>
        toLine(
          row,
          { people: bySession.get(row.sessionId) ?? [], note: texts.get(row.sessionId) ?? '' },
          { words, timeOf },
        );
      yield rows.map(lineOf).join('');
      if (rows.length < PAGE) return;
      after = { at: rows.at(-1)!.startedAt, id: rows.at(-1)!.sessionId };
    }
  };
}
export type ExportReports = ReturnType<typeof createExportReports>;
