import { consentRule, LIMITS, type ConsentKind, type GrantDuration } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { GrantRow } from './consents.repo.js';

type Terms = Pick<GrantRow, 'endsAt' | 'endedAt' | 'maxUses' | 'uses'>;
type Subject = Pick<GrantRow, 'kind' | 'target' | 'grantorIds' | 'granteeId'>;

/** A grant is in force until it has ended, expired or been used up. */
export function isInForce({ endsAt, endedAt, maxUses, uses }: Terms, now: Date): boolean {
  return endedAt === null && (endsAt === null || endsAt > now) && (maxUses === null || uses < maxUses);
}

/**
 * Whether an earlier grant makes a request unnecessary: it is for the same thing, or a blanket one where the kind
 * allows it; by everybody who would have to consent; to the same person, or to any representative where it says so.
 */
export function covers(grant: Subject & Terms & Pick<GrantRow, 'isForAnyCsr'>, asked: Subject, now: Date): boolean {
  const isSame = grant.kind === asked.kind && grant.target === asked.target;
  const isBlanket = Boolean(consentRule(grant.kind).isBlanket) && consentRule(asked.kind).isInBlanket;
  const isFor = grant.isForAnyCsr || grant.granteeId === asked.granteeId;
  const isByAll = asked.grantorIds.every((id) => grant.grantorIds.includes(id));
  return (isSame || isBlanket) && isByAll && isFor && isInForce(grant, now);
}

/** The consent is for one use of the requester, and nothing longer can be given. */
export const hasNoDuration = (kind: ConsentKind): boolean => consentRule(kind).durations.length === 0;

/** The durations to choose from; without a choice, a consent is for one use. */
export const durationsOf = (kind: ConsentKind): readonly GrantDuration[] =>
  hasNoDuration(kind) ? ['ONCE'] : consentRule(kind).durations;

/** The terms of a duration. */
export function termsOf(kind: ConsentKind, duration: GrantDuration, now: Date): Pick<GrantRow, 'endsAt' | 'maxUses'> {
  if (duration === 'ONCE') return { endsAt: null, maxUses: consentRule(kind).uses };
  return { endsAt: duration === 'TEN_MINUTES' ? after(now, LIMITS.tenMinuteGrant) : null, maxUses: null };
}
