import type { EventRow, EventType } from '../../platform/events/index.js';
import { secondsBetween } from '../../platform/clock/index.js';
import type { ReportRow } from './reports.repo.js';

type Step<T extends EventType> = (row: ReportRow, event: EventRow<T>) => Partial<ReportRow>;
const step = <T extends EventType>(type: T, apply: Step<T>) => [type, apply as unknown as Step<EventType>] as const;

/** A share that rests while the customer is on hold has no beginning. */
const RESTING = '';
const seenSince = (began: string, at: Date): number => (began === RESTING ? 0 : secondsBetween(new Date(began), at));
const seenOf = ({ liveShares }: ReportRow, at: Date): number =>
  Object.values(liveShares).reduce((sum, began) => sum + seenSince(began, at), 0);
const beginAll = ({ liveShares }: ReportRow, began: string): Record<string, string> =>
  Object.fromEntries(Object.keys(liveShares).map((id) => [id, began]));

function withoutShare(row: ReportRow, shareId: string, at: Date): Partial<ReportRow> {
  const { [shareId]: began, ...liveShares } = row.liveShares;
  if (began === undefined) return {};
  return { liveShares, viewSeconds: row.viewSeconds + seenSince(began, at) };
}

/** What each kind of event adds to the figures of a session. Kinds that aren't here change nothing. */
const STEPS = new Map<string, Step<EventType>>([
  step('participants.joined', (row, { payload, at }) => ({
    participantCount: row.participantCount + 1,
    ...(payload.userId && { staffIds: [...new Set([...row.staffIds, payload.userId])] }),
    ...(payload.isFirstCustomer && !row.customerJoinedAt && { customerJoinedAt: at }),
  })),
  step('participants.removed', ({ staffIds }, { payload }) => ({
    staffIds: staffIds.filter((id) => id !== payload.userId),
  })),
  step('participants.disconnected', (row) => ({ disconnectCount: row.disconnectCount + 1 })),
  step('chat.messageSent', (row) => ({ messageCount: row.messageCount + 1 })),
  step('chat.linkPushed', (row) => ({ messageCount: row.messageCount + 1 })),
  step('sessions.described', (_row, { payload }) => payload),
  step('notes.saved', () => ({ hasNote: true })),
  step('sharing.asked', (row) => ({ requestCount: row.requestCount + 1 })),
  step('sharing.refused', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('sharing.expired', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('sharing.started', (row, { payload, at }) => ({
    liveShares: { ...row.liveShares, [payload.shareId]: at.toISOString() },
  })),
  step('sharing.stopped', (row, { payload, at }) => withoutShare(row, payload.shareId, at)),
  step('media.held', (row, { at }) => ({
    viewSeconds: row.viewSeconds + seenOf(row, at),
    liveShares: beginAll(row, RESTING),
  })),
  step('media.resumed', (row, { at }) => ({ liveShares: beginAll(row, at.toISOString()) })),
  step('sessions.ended', (row, { payload, at }) => {
    return { endedAt: at, endReason: payload.reason, liveShares: {}, viewSeconds: row.viewSeconds + seenOf(row, at) };
  }),
]);

/** Counts events into a session's row. Pure: the same log always gives the same row. */
export function project(row: ReportRow, events: readonly EventRow[]): ReportRow {
  return events.reduce(
    (before, event) => ({ ...before, ...STEPS.get(event.type)?.(before, event), lastSeq: event.seq }),
    row,
  );
}
