import { consentRule, LIMITS, type ConsentKind, type GrantDuration } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { GrantRow } from './consents.repo.js';

type Terms = Pick<GrantRow, 'endsAt' | 'endedAt' | 'maxUses' | 'uses'>;
type Subject = Pick<GrantRow, 'kind' | 'target' | 'grantorIds' | 'granteeId'>;

/** A consent is good until it was ended, its time is over or it is used up. */
export function isInForce({ endsAt, endedAt, maxUses, uses }: Terms, now: Date): boolean {
  return endedAt === null && (endsAt === null || endsAt > now) && (maxUses === null || uses < maxUses);
}

/**
 * Whether an earlier consent spares the question: for the same, or for everything where the kind may be covered so, by
 * everybody who would have to allow it, to the same person, or to any representative where that was said.
 */
export function covers(grant: Subject & Terms & Pick<GrantRow, 'isForAnyCsr'>, asked: Subject, now: Date): boolean {
  const isSame = grant.kind === asked.kind && grant.target === asked.target;
  const isBlanket = Boolean(consentRule(grant.kind).isBlanket) && consentRule(asked.kind).isInBlanket;
  const isFor = grant.isForAnyCsr || grant.granteeId === asked.granteeId;
  const isByAll = asked.grantorIds.every((id) => grant.grantorIds.includes(id));
  return (isSame || isBlanket) && isByAll && isFor && isInForce(grant, now);
}

/** What may be chosen; where there is no choice, it is for once. */
export const durationsOf = (kind: ConsentKind): readonly GrantDuration[] => {
  const { durations } = consentRule(kind);
  return durations.length > 0 ? durations : ['ONCE'];
};

/** What a chosen duration means. */
export function termsOf(kind: ConsentKind, duration: GrantDuration, now: Date): Pick<GrantRow, 'endsAt' | 'maxUses'> {
  if (duration === 'ONCE') return { endsAt: null, maxUses: consentRule(kind).uses };
  return { endsAt: duration === 'TEN_MINUTES' ? after(now, LIMITS.tenMinuteGrant) : null, maxUses: null };
}
