import type { EventRow, EventType } from '../../../platform/events/index.js';
import { secondsBetween } from '../../../platform/clock/index.js';
import type { ReportRow } from './reports.repo.js';

type Step<T extends EventType> = (row: ReportRow, event: EventRow<T>) => Partial<ReportRow>;
const step = <T extends EventType>(type: T, apply: Step<T>) => [type, apply as Step<never>] as const;

/** Live shares, each with the start of the interval that it belongs to. */
type Live = Record<string, string>;
/** A share that is paused while the customer is on hold has no start. */
const RESTING = '';

/** Two durations: what was seen of the customer's screen, and what the customer was shown. */
const SORTS = { REQUEST_VIEW: ['liveShares', 'viewSeconds'], SHARE_VIEW: ['shownShares', 'shownSeconds'] } as const;
type Sort = (typeof SORTS)[keyof typeof SORTS];

/** Overlapping shares form one interval, which started with the first of them. */
const beganOf = (live: Live): string | undefined => Object.values(live).find((began) => began !== RESTING);
/** Everything seen is in the report: an interval has at least one second. */
const secondsOf = (live: Live, at: Date): number => {
  const began = beganOf(live);
  return began ? Math.max(1, secondsBetween(new Date(began), at)) : 0;
};

function begin(row: ReportRow, [shares]: Sort, shareId: string, at: Date): Partial<ReportRow> {
  return { [shares]: { ...row[shares], [shareId]: beganOf(row[shares]) ?? at.toISOString() } };
}

/** Seconds are added when the last share of an interval ends. */
function end(row: ReportRow, [shares, seconds]: Sort, shareId: string, at: Date): Partial<ReportRow> {
  const { [shareId]: began, ...left } = row[shares];
  if (began === undefined) return {};
  const isLast = Object.keys(left).length === 0;
  return { [shares]: left, ...(isLast && { [seconds]: row[seconds] + secondsOf(row[shares], at) }) };
}

/** Ends all intervals; the shares stay paused, or start new ones. */
const countAll = (row: ReportRow, at: Date): Partial<ReportRow> => ({
  viewSeconds: row.viewSeconds + secondsOf(row.liveShares, at),
  shownSeconds: row.shownSeconds + secondsOf(row.shownShares, at),
});
const setAll = ({ liveShares, shownShares }: ReportRow, began: string): Partial<ReportRow> => {
  const set = (live: Live): Live => Object.fromEntries(Object.keys(live).map((id) => [id, began]));
  return { liveShares: set(liveShares), shownShares: set(shownShares) };
};

/** The effect of each event type on the figures of a session. Other types have none. */
const STEPS = new Map<string, Step<never>>([
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
  step('consents.asked', (row) => ({ requestCount: row.requestCount + 1 })),
  step('consents.refused', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('consents.expired', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('sharing.started', (row, { payload: { shareId, action = 'REQUEST_VIEW' }, at }) =>
    begin(row, SORTS[action], shareId, at),
  ),
  step('sharing.stopped', (row, { payload, at }) => ({
    ...end(row, SORTS.REQUEST_VIEW, payload.shareId, at),
    ...end(row, SORTS.SHARE_VIEW, payload.shareId, at),
  })),
  step('media.held', (row, { at }) => ({ ...countAll(row, at), ...setAll(row, RESTING) })),
  step('media.resumed', (row, { at }) => setAll(row, at.toISOString())),
  step('sessions.ended', (row, { payload, at }) => ({
    endedAt: at,
    endReason: payload.reason,
    ...countAll(row, at),
    liveShares: {},
    shownShares: {},
  })),
]);

/** Applies events to a session's row. Pure: the same log always gives the same row. */
export function project(row: ReportRow, events: readonly EventRow[]): ReportRow {
  return events.reduce(
    (before, event) => ({ ...before, ...STEPS.get(event.type)?.(before, event as never), lastSeq: event.seq }),
    row,
  );
}
