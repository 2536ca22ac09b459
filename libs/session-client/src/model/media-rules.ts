import { TandemError } from '@tandem/client';
import type { TicketRefusal } from '@tandem/media';
import type { Connection } from './types';

export type Device = 'microphone' | 'camera';
/** NOT_SENT: the device works, and the media server did not take it in time. */
export type DeviceFailure = 'REFUSED' | 'MISSING' | 'BUSY' | 'NOT_SENT';

/** Error codes after which a retry is pointless. */
const FINAL_CODES = new Set(['SESSION_ENDED', 'SEAT_CLOSED', 'UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN']);
/** Reasons of an ability that mean the right itself is gone, not that it must wait. */
const RIGHT_LOST = new Set(['NOT_YOUR_SEAT', 'RIGHT_NOT_GIVEN']);

/** Why the browser did not open a device. */
export function toDeviceFailure(cause: unknown): DeviceFailure {
  const name = (cause as DOMException | null)?.name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'REFUSED';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'MISSING' : 'BUSY';
}

/** What the room does after a refused ticket. */
export function toTicketRefusal(error: unknown): TicketRefusal {
  if (!(error instanceof TandemError)) return 'later';
  if (error.code === 'MEDIA_HELD_ELSEWHERE') return 'elsewhere';
  return FINAL_CODES.has(error.code) ? 'closed' : 'later';
}

interface MediaFacts {
  seatState: string | undefined;
  sessionState: string | undefined;
  connection: Connection;
  isJoinAllowed: boolean;
}
/** Whether this window should be in the media room: a seat has media as long as it is seated in a session that runs. */
export const belongsInRoom = ({ seatState, sessionState, connection, isJoinAllowed }: MediaFacts): boolean =>
  seatState === 'SEATED' &&
  isJoinAllowed &&
  sessionState !== 'ENDED' &&
  connection !== 'refused' &&
  connection !== 'over';

export const isRightLost = (reason: string | null): boolean => reason !== null && RIGHT_LOST.has(reason);

/** Why the media server answers but no media connection opens. Firefox never connects to loopback addresses. */
export const blockedReason = (hostname: string, isFirefox: boolean): 'NO_WAY_HERE' | 'NO_WAY' =>
  isFirefox && /^(?:localhost|127\.|\[::1\])/.test(hostname) ? 'NO_WAY_HERE' : 'NO_WAY';
