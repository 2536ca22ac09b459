import { mayAct } from '@tandem/domain';
import type { Rights } from '../livekit.js';
import { after } from '../../../../platform/clock/index.js';

/** The client may retry with the same ticket for this long: its first attempt may have been interrupted. */
const TICKET_REUSE = 10_000;

interface MediaState {
  isCameraOn: boolean;
  isScreenAllowed: boolean;
}
type Role = Parameters<typeof mayAct>[0];

/**
 * What a seat may publish and receive now: nothing while the customer is on hold, else by the table of role × act, the
 * seat's rights, and what is on or granted at this moment.
 */
export function rightsOf(role: Role, state: MediaState | null, isOnHold: boolean): Rights {
  if (isOnHold) return { sources: [], canSubscribe: false, canPublishData: false };
  const sources = [
    ...(mayAct(role, 'useAudio') ? (['microphone'] as const) : []),
    ...(mayAct(role, 'useVideo') && state?.isCameraOn ? (['camera'] as const) : []),
    ...(mayAct(role, 'publishShare') && state?.isScreenAllowed ? (['screen'] as const) : []),
  ];
  return { sources, canSubscribe: true, canPublishData: true };
}

interface HeldTicket {
  ticketId: string;
  windowId: string;
  ticketUsedAt: Date | null;
  isTicketSpent: boolean;
  closedAt: Date | null;
}

/** A ticket is valid while it is the seat's newest and unused; a retry a moment later is no second use. */
export function isTicketGood(
  held: HeldTicket | null,
  shown: { ticketId: string; windowId: string },
  now: Date,
): boolean {
  if (
    !held ||
    held.closedAt ||
    held.isTicketSpent ||
    held.ticketId !== shown.ticketId ||
    held.windowId !== shown.windowId
  )
    return false;
  return held.ticketUsedAt === null || after(held.ticketUsedAt, TICKET_REUSE) > now;
}

/** Whether another window has the media, so that this one must ask first. */
export function isHeldElsewhere(
  held: Pick<HeldTicket, 'windowId' | 'closedAt'> | null,
  windowId: string,
  isInRoom: boolean,
): boolean {
  return held !== null && held.closedAt === null && held.windowId !== windowId && isInRoom;
}
