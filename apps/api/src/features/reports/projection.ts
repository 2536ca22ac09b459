import type { EventRow, EventType } from '../../platform/events/index.js';
import { secondsBetween } from '../../platform/clock/index.js';
import type { ReportRow } from './reports.repo.js';

type Step<T extends EventType> = (row: ReportRow, event: EventRow<T>) => Partial<ReportRow>;
const step = <T extends EventType>(type: T, apply: Step<T>) => [type, apply as unknown as Step<EventType>] as const;

function withoutShare(row: ReportRow, shareId: string, at: Date): Partial<ReportRow> {
  const { [shareId]: began, ...liveShares } = row.liveShares;
  return began ? { liveShares, viewSeconds: row.viewSeconds + secondsBetween(new Date(began), at) } : {};
}

/** What each kind of event adds to the figures of a session. Kinds that aren't here change nothing. */
const STEPS = new Map<string, Step<EventType>>([
  step('participants.joined', (row, { payload, at }) => ({
    participantCount: row.participantCount + 1,
    ...(payload.isFirstCustomer && !row.customerJoinedAt && { customerJoinedAt: at }),
  })),
  step('participants.disconnected', (row) => ({ disconnectCount: row.disconnectCount + 1 })),
  step('chat.messageSent', (row) => ({ messageCount: row.messageCount + 1 })),
  step('chat.linkPushed', (row) => ({ messageCount: row.messageCount + 1 })),
  step('notes.saved', () => ({ hasNote: true })),
  step('sharing.asked', (row) => ({ requestCount: row.requestCount + 1 })),
  step('sharing.refused', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('sharing.expired', (row) => ({ refusalCount: row.refusalCount + 1 })),
  step('sharing.started', (row, { payload, at }) => ({
    liveShares: { ...row.liveShares, [payload.shareId]: at.toISOString() },
  })),
  step('sharing.stopped', (row, { payload, at }) => withoutShare(row, payload.shareId, at)),
  step('sessions.ended', (row, { payload, at }) => {
    const viewed = Object.values(row.liveShares).reduce((sum, began) => sum + secondsBetween(new Date(began), at), 0);
    return { endedAt: at, endReason: payload.reason, liveShares: {}, viewSeconds: row.viewSeconds + viewed };
  }),
]);

/** Counts events into a session's row. Pure: the same log always gives the same row. */
export function project(row: ReportRow, events: readonly EventRow[]): ReportRow {
  return events.reduce(
    (before, event) => ({ ...before, ...STEPS.get(event.type)?.(before, event), lastSeq: event.seq }),
    row,
  );
}
