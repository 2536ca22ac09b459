import {
  CONSENT_END_REASONS,
  CONSENT_LIFECYCLE,
  consentKinds,
  GRANT_DURATIONS,
  GRANT_END_REASONS,
  SHARE_ACTIONS,
  SHARE_TARGETS,
  type ConsentEndReason,
  type ConsentKind,
  type ConsentState,
  type ConsentTarget,
  type GrantDuration,
  type GrantEndReason,
  type ShareAction,
} from '@tandem/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../../platform/graphql/index.js';
import { ParticipantType } from '../participants/index.js';
import { SessionEventType } from '../sessions/index.js';

export const ConsentKindEnum = enumOf(consentKinds(), 'ConsentKind');
const ConsentStateEnum = enumOf(Object.keys(CONSENT_LIFECYCLE) as ConsentState[], 'ConsentState');
const ConsentEndReasonEnum = enumOf(CONSENT_END_REASONS, 'ConsentEndReason');
export const ShareActionEnum = enumOf(SHARE_ACTIONS, 'ShareAction');
export const ShareTargetEnum = enumOf(SHARE_TARGETS, 'ShareTarget');
export const GrantDurationEnum = enumOf(GRANT_DURATIONS, 'GrantDuration');
const GrantEndReasonEnum = enumOf(GRANT_END_REASONS, 'GrantEndReason');

@ObjectType('Grant', { description: 'A consent: what, given by whom to whom, from when until when.' })
export class GrantType {
  @Field(() => ID) id: string;
  @Field(() => ConsentKindEnum) kind: ConsentKind;
  @Field(() => ShareActionEnum, { nullable: true, deprecationReason: 'Use `kind`. Null for what is no share.' })
  action: ShareAction | null;
  @Field(() => ShareTargetEnum, { nullable: true, description: 'Null where there is nothing to choose.' })
  target: ConsentTarget | null;
  @Field(() => ParticipantType, { simple: true, deprecationReason: 'Use `grantors`. The first of them.' })
  grantor: Lazy<ParticipantType>;
  @Field(() => [ParticipantType], {
    simple: true,
    description: 'The people who consented. Each of them can revoke it.',
  })
  grantors: Lazy<ParticipantType[]>;
  @Field(() => ParticipantType, { simple: true }) grantee: Lazy<ParticipantType>;
  @Field(() => [ParticipantType], { simple: true, description: 'All viewers, as shown in the request.' })
  viewers: Lazy<ParticipantType[]>;
  @Field(() => Boolean, { description: 'Valid for any primary CSR of the session.' }) isForAnyCsr: boolean;
  @Field(() => GrantDurationEnum) duration: GrantDuration;
  @Field(() => DateTimeISO) startsAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) endsAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) endedAt: Date | null;
  @Field(() => GrantEndReasonEnum, { nullable: true }) endReason: GrantEndReason | null;
}

@ObjectType('ConsentRequest', { description: 'A consent request and its outcome.' })
export class ConsentRequestType {
  @Field(() => ID) id: string;
  @Field(() => ConsentKindEnum) kind: ConsentKind;
  @Field(() => ShareTargetEnum, { nullable: true, description: 'Null where there is nothing to choose.' })
  target: ConsentTarget | null;
  @Field(() => ConsentStateEnum) state: ConsentState;
  @Field(() => ParticipantType, { simple: true }) askedBy: Lazy<ParticipantType>;
  @Field(() => [ParticipantType], { simple: true, description: 'The people who must each consent.' })
  grantors: Lazy<ParticipantType[]>;
  @Field(() => [ParticipantType], { simple: true, description: 'Those of them who have consented.' })
  allowedBy: Lazy<ParticipantType[]>;
  @Field(() => Boolean, { description: 'No request was needed: an earlier grant covers it.' }) isSpared: boolean;
  @Field(() => DateTimeISO) askedAt: Date;
  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'When it expires without an answer, which means no. Null once it is over.',
  })
  dueAt: Date | null;
  @Field(() => ConsentEndReasonEnum, { nullable: true, description: 'Why it ended without consent.' })
  endReason: ConsentEndReason | null;
}

/** Events about one consent request, which is loaded on demand. */
@ObjectType()
export abstract class ConsentEvent extends SessionEventType {
  @Field(() => ConsentRequestType, { simple: true }) request: Lazy<ConsentRequestType>;
}

const implementing = { implements: SessionEventType };

@ObjectType(implementing)
export class ConsentAsked extends ConsentEvent {}
@ObjectType({ ...implementing, description: 'The person who was asked needs more time.' })
export class ConsentExtended extends ConsentEvent {}
@ObjectType(implementing)
export class ConsentGranted extends ConsentEvent {
  @Field(() => GrantType, { simple: true }) grant: Lazy<GrantType>;
  @Field(() => Boolean, { description: 'No request was needed: an earlier grant covers it.' }) isSpared: boolean;
}
@ObjectType(implementing)
export class ConsentRefused extends ConsentEvent {}
@ObjectType(implementing)
export class ConsentExpired extends ConsentEvent {}
@ObjectType(implementing)
export class ConsentWithdrawn extends ConsentEvent {}
@ObjectType(implementing)
export class GrantEnded extends SessionEventType {
  @Field(() => GrantType, { simple: true }) grant: Lazy<GrantType>;
  @Field(() => GrantEndReasonEnum) reason: GrantEndReason;
}
