import type { AbilityReason } from '@tandem/contract';
import { isFinal, SHARE_LIFECYCLE, type ShareAction, type ShareEndReason, type ShareState } from '@tandem/domain';
import type { ParticipantRow } from '../../session/participants/index.js';
import { isSeated, isSelf, type Seat } from '../../session/sessions/index.js';

/** Who may see a share: staff, who was there, and of who came later what goes on and what was asked of them. */
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

/** What of a customer's device a share depends on. A browser that doesn't tell of its media has them. */
export const deviceFacts = ({ device }: Pick<ParticipantRow, 'device'>): AskFacts['customer'] => ({
  canShareScreen: device?.canShareScreen ?? false,
  hasMedia: device?.hasMedia ?? true,
});

/** Why one can't ask for a screen now, or null. One screen of a side at a time. */
export function whyNotAsk(action: ShareAction, { customer, running, isOnHold }: AskFacts): AbilityReason | null {
  if (isOnHold) return 'CUSTOMER_ON_HOLD';
  if (!customer.hasMedia) return 'BROWSER_WITHOUT_MEDIA';
  if (action === 'REQUEST_VIEW' && !customer.canShareScreen) return 'DEVICE_CANNOT_SHARE';
  if (running.some(({ state }) => state === 'GRANTED' || state === 'STARTING')) return 'SHARE_BEGINS';
  return running.some((share) => share.state === 'LIVE' && share.action === action) ? 'SHARE_ALREADY_RUNNING' : null;
}

/** What a publisher's own page may report when no picture came, or the picture is gone. */
export const FAILURE_REASONS: readonly ShareEndReason[] = [
  'PICKER_CANCELLED',
  'PERMISSION_DENIED_BY_SYSTEM',
  'CAPTURE_FAILED',
  'MEDIA_NOT_CONNECTED',
  'PUBLISHER_LEFT',
];

/** Ends that nobody has wanted: a consent for once is not used up by them. */
const MISHAPS: readonly ShareEndReason[] = ['PERMISSION_DENIED_BY_SYSTEM', 'CAPTURE_FAILED', 'MEDIA_NOT_CONNECTED'];
export const isMishap = (reason: ShareEndReason): boolean => MISHAPS.includes(reason);
