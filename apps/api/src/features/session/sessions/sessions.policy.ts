import { hasPermission, type Viewer } from '../../../platform/graphql/index.js';
import { LIMITS, type SessionEndReason } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { EventType } from '../../../platform/events/index.js';
import type { Seat } from './seat.js';
import type { SessionRow } from './sessions.repo.js';

/**
 * Who may see a session at all: participants and people who wait, the CSR who started or leads it, and accounts that
 * may see all of the site.
 */
export function mayRead(viewer: Viewer, siteId: string, session: SessionRow, seat: Seat | null): boolean {
  if (session.siteId !== siteId) return false;
  if (seat) return true;
  if (hasPermission(viewer, 'sessions.listAll')) return true;
  if (viewer.kind !== 'staff' || !hasPermission(viewer, 'sessions.read')) return false;
  return [session.startedById, session.ledById].includes(viewer.userId);
}

/** Staff and integrators see what customers don't: devices, invitations, notes. */
export const isStaffView = (viewer: Viewer): boolean => viewer.kind === 'staff' || viewer.kind === 'token';

/** Event types that do not count as activity: pages cause these by themselves, and the warning is our own. */
export const QUIET: readonly EventType[] = [
  'participants.disconnected',
  'participants.reconnected',
  'participants.away',
  'participants.deviceReported',
  'sessions.endNear',
];

export interface LimitFacts {
  isJoined: boolean;
  awakeAt: Date;
  lastEventAt: Date;
  /** 0: never. */
  idleEndMinutes: number;
  neverJoinedEndMinutes: number;
}
type DueEnd = { reason: SessionEndReason; at: Date };
/** When a session ends by itself without further activity, and why; null: never. */
export function dueEnd(facts: LimitFacts): DueEnd | null {
  const { isJoined, awakeAt, lastEventAt, idleEndMinutes, neverJoinedEndMinutes } = facts;
  const idleSince = lastEventAt > awakeAt ? lastEventAt : awakeAt;
  const ends = [
    ...(idleEndMinutes ? [{ reason: 'IDLE' as const, at: after(idleSince, idleEndMinutes * 60_000) }] : []),
    ...(neverJoinedEndMinutes && !isJoined
      ? [{ reason: 'NEVER_JOINED' as const, at: after(awakeAt, neverJoinedEndMinutes * 60_000) }]
      : []),
  ];
  return ends.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}

/**
 * When the limits are checked next: before that end is announced, and periodically, because the site may change them.
 */
export function nextLook(due: DueEnd | null, now: Date): Date {
  const warnAt = due && after(due.at, -LIMITS.endWarning);
  const latest = after(now, LIMITS.limitsLook);
  return warnAt && warnAt < latest ? warnAt : latest;
}
