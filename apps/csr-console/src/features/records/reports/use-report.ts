import { operations, type SessionEvent } from '@tandem/session-client';
import { computed, onMounted, reactive, ref } from 'vue';
import { client } from '../../../client';
import { useAct } from '../../../kit/use-act';
import { readNotes } from './use-late-note';

export type Report = operations.SessionReportQuery['sessionReport'];
export type ReportNote = operations.ReportNotePartsFragment;

/** The session detail report. Long time lines come in parts; what has come is shown meanwhile. */
export function useReport(sessionId: string) {
  const report = ref<Report | null>(null);
  const { read, error } = useAct();

  async function load(): Promise<void> {
    const first = (await client.query(operations.SessionReportDocument, { sessionId })).sessionReport;
    report.value = first;
    for (let last = first.timeline.at(-1); last;) {
      const { timeline } = (await client.query(operations.SessionTimelineDocument, { sessionId, after: last.seq }))
        .sessionReport;
      report.value = { ...report.value, timeline: [...report.value.timeline, ...timeline] };
      last = timeline.at(-1);
    }
  }
  async function loadNotes(): Promise<void> {
    const notes = await readNotes(sessionId);
    if (report.value) report.value = { ...report.value, ...notes };
  }
  onMounted(() => read(load));
  return reactive({
    report,
    error,
    /** The notes were gone on with. */
    notesChanged: () => read(loadNotes),
  });
}

/** One stretch in which a screen was seen: from its start to its end, or to now. */
export interface Span {
  id: string;
  from: number;
  to: number | null;
}

/** Where screens of the customer's were seen, by the numbers of the events that began and ended it. */
export function useSpans(timeline: () => SessionEvent[]) {
  return computed((): Span[] =>
    timeline()
      .filter((event) => event.__typename === 'ShareStarted')
      .filter(({ share }) => share.action === 'REQUEST_VIEW')
      .map((start) => ({
        id: start.share.id,
        from: start.seq,
        to:
          timeline().find(
            (event) =>
              (event.__typename === 'ShareStopped' || event.__typename === 'ShareFailed') &&
              event.share.id === start.share.id,
          )?.seq ?? null,
      })),
  );
}
