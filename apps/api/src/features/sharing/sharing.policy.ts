import type { AbilityReason } from '@tandem/contract';
import {
  isFinal,
  LIMITS,
  SHARE_LIFECYCLE,
  type GrantDuration,
  type ShareAction,
  type ShareEndReason,
  type ShareState,
  type ShareTarget,
} from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import type { ParticipantRow } from '../participants/index.js';
import { isSeated, isSelf, type Seat } from '../sessions/index.js';

interface OpenGrant {
  action: ShareAction;
  target: ShareTarget;
  grantorId: string;
  granteeId: string;
  isForAnyCsr: boolean;
  endsAt: Date | null;
  endedAt: Date | null;
  maxUses: number | null;
  uses: number;
}

/** A consent is good until it was ended, its time is over or it is used up. */
export function isGood(grant: Pick<OpenGrant, 'endsAt' | 'endedAt' | 'maxUses' | 'uses'>, now: Date): boolean {
  const isInTime = grant.endsAt === null || grant.endsAt > now;
  return grant.endedAt === null && isInTime && (grant.maxUses === null || grant.uses < grant.maxUses);
}

/**
 * Whether an earlier consent spares the question: the same act on the same target between the same two, or any
 * representative where the customer has said so.
 */
export function covers(
  grant: OpenGrant,
  asked: Pick<OpenGrant, 'action' | 'target' | 'grantorId' | 'granteeId'>,
  now: Date,
): boolean {
  const isSame = grant.action === asked.action && grant.target === asked.target;
  const isFor = grant.isForAnyCsr || grant.granteeId === asked.granteeId;
  return isSame && grant.grantorId === asked.grantorId && isFor && isGood(grant, now);
}

/** What a chosen duration means. */
export function termsOf(duration: GrantDuration, now: Date): { endsAt: Date | null; maxUses: number | null } {
  if (duration === 'ONCE') return { endsAt: null, maxUses: 1 };
  return { endsAt: duration === 'TEN_MINUTES' ? after(now, LIMITS.tenMinuteGrant) : null, maxUses: null };
}

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
  customer: { canShareScreen: boolean; hasMedia: boolean } | null;
  running: { state: ShareState; action: ShareAction }[];
  isOnHold: boolean;
}

/** What of a customer's device a share depends on. A browser that doesn't tell of its media has them. */
export const deviceFacts = ({ device }: Pick<ParticipantRow, 'device'>): NonNullable<AskFacts['customer']> => ({
  canShareScreen: device?.canShareScreen ?? false,
  hasMedia: device?.hasMedia ?? true,
});

/** Why one can't ask now, or null. One question at a time, one screen of a side at a time. */
export function whyNotAsk(action: ShareAction, { customer, running, isOnHold }: AskFacts): AbilityReason | null {
  if (!customer) return 'CUSTOMER_NOT_PRESENT';
  if (isOnHold) return 'CUSTOMER_ON_HOLD';
  if (!customer.hasMedia) return 'BROWSER_WITHOUT_MEDIA';
  if (action === 'REQUEST_VIEW' && !customer.canShareScreen) return 'DEVICE_CANNOT_SHARE';
  if (running.some((share) => share.state === 'ASKED')) return 'QUESTION_STANDS';
  if (running.some((share) => share.state !== 'LIVE')) return 'SHARE_BEGINS';
  return running.some((share) => share.action === action) ? 'SHARE_ALREADY_RUNNING' : null;
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
