import type { AbilityReason } from '@tandem/contract';
import { isFinal, SHARE_LIFECYCLE, type ShareAction, type ShareEndReason, type ShareState } from '@tandem/domain';
import type { ParticipantRow } from '../../session/participants/index.js';
import { isSeated, isSelf, type Seat } from '../../session/sessions/index.js';

/**
 * Who may see a share: staff, everybody who was present, and later participants if it is running or they were asked.
 */
export function maySeeShare(
  { state, customerId }: { state: ShareState; customerId: string },
  seat: Seat | null,
): boolean {
  if (!seat) return true;
  const isTheirs = seat.readsFrom === 0 || !isFinal(SHARE_LIFECYCLE, state) || isSelf(seat, customerId);
  return isSeated(seat) && isTheirs;
}

export interface AskFacts {
  customer: { canShareScreen: boolean; hasMedia: boolean };
  running: { state: ShareState; action: ShareAction }[];
  isOnHold: boolean;
}

/** The device capabilities that a share needs. A browser that doesn't report them is assumed to have them. */
export const deviceFacts = ({ device }: Pick<ParticipantRow, 'device'>): AskFacts['customer'] => ({
  canShareScreen: device?.canShareScreen ?? false,
  hasMedia: device?.hasMedia ?? true,
});

/** Why a screen can't be requested now, or null. One screen per side at a time. */
export function whyNotAsk(action: ShareAction, { customer, running, isOnHold }: AskFacts): AbilityReason | null {
  if (isOnHold) return 'CUSTOMER_ON_HOLD';
  if (!customer.hasMedia) return 'BROWSER_WITHOUT_MEDIA';
  if (action === 'REQUEST_VIEW' && !customer.canShareScreen) return 'DEVICE_CANNOT_SHARE';
  if (running.some(({ state }) => state === 'GRANTED' || state === 'STARTING')) return 'SHARE_BEGINS';
  return running.some((share) => share.state === 'LIVE' && share.action === action) ? 'SHARE_ALREADY_RUNNING' : null;
}

/** Failures that a publisher's own page may report. */
export const FAILURE_REASONS: readonly ShareEndReason[] = [
  'PICKER_CANCELLED',
  'PERMISSION_DENIED_BY_SYSTEM',
  'CAPTURE_FAILED',
  'MEDIA_NOT_CONNECTED',
  'PUBLISHER_LEFT',
];

/** Accidental ends: they do not use up a consent for one use. */
const MISHAPS: readonly ShareEndReason[] = ['PERMISSION_DENIED_BY_SYSTEM', 'CAPTURE_FAILED', 'MEDIA_NOT_CONNECTED'];
export const isMishap = (reason: ShareEndReason): boolean => MISHAPS.includes(reason);
