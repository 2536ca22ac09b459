import {
  LIMITS,
  SESSION_END_REASONS,
  SESSION_ORIGINS,
  SESSION_LIFECYCLE,
  type SessionEndReason,
  type SessionOrigin,
  type SessionState,
} from '@tandem/domain';
import { Field, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { EventActor } from '../../../platform/events/index.js';
import { DateTimeISO, enumOf, Line, PageInfoType, type Lazy } from '../../../platform/graphql/index.js';

export const SessionOriginEnum = enumOf(SESSION_ORIGINS, 'SessionOrigin');
const SessionStateEnum = enumOf(Object.keys(SESSION_LIFECYCLE) as SessionState[], 'SessionState');
export const SessionEndReasonEnum = enumOf(SESSION_END_REASONS, 'SessionEndReason');
export const SessionOrderEnum = enumOf(['STARTED_AT_DESC', 'STARTED_AT_ASC'], 'SessionOrder');
const ActorKindEnum = enumOf(['STAFF', 'CUSTOMER', 'GUEST', 'SYSTEM'], 'ActorKind');

@ObjectType('Ability', { description: 'Whether an act is allowed now, and if not, why.' })
export class AbilityType {
  @Field(() => String) act: string;
  @Field(() => Boolean) isAllowed: boolean;
  @Field(() => String, { nullable: true, description: 'A code with a text in both languages.' }) reason: string | null;
}

@ObjectType('Session')
export class SessionType {
  siteId: string;
  startedById: string;
  ledById: string;
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Nine digits.' }) number: string;
  @Field(() => SessionOriginEnum) origin: SessionOrigin;
  @Field(() => SessionStateEnum) state: SessionState;
  @Field(() => Boolean, { description: 'Everybody who joins waits for admission.' }) isLocked: boolean;
  @Field(() => Boolean, { description: 'A practice session: a CSR tries the product alone. Excluded from figures.' })
  isPractice: boolean;
  @Field(() => DateTimeISO) startedAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) activeAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) endedAt: Date | null;
  @Field(() => SessionEndReasonEnum, { nullable: true }) endReason: SessionEndReason | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'When it ends by itself without further activity.' })
  endDueAt: Date | null;
  @Field(() => SessionEndReasonEnum, { nullable: true }) endDueReason: SessionEndReason | null;
  @Field(() => String, { nullable: true, description: "One of the site's types. Staff only, else null." })
  sessionType: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The reference of this case in another system. Staff only, else null.',
  })
  trackingCode: string | null;
}

@ObjectType('StartOptions', { description: 'The requirements for starting a session.' })
export class StartOptionsType {
  @Field(() => Boolean) isTrackingCodeRequired: boolean;
  @Field(() => [String]) sessionTypes: string[];
}

/** The subject of a session. */
@InputType()
export abstract class SessionAboutInput {
  @Line({ max: LIMITS.trackingCode })
  @Field(() => String, { nullable: true })
  trackingCode?: string | null;
  @Line({ max: LIMITS.sessionType })
  @Field(() => String, { nullable: true, description: "One of the site's types." })
  sessionType?: string | null;
  @Line({ max: LIMITS.email })
  @Field(() => String, { nullable: true, description: 'For API tokens: the mail address of the account that leads.' })
  onBehalfOf?: string | null;
}

@InputType()
export class StartSessionInput extends SessionAboutInput {
  @Field(() => Boolean, { nullable: true, description: 'A practice session. It needs no tracking code.' })
  isPractice?: boolean | null;
}

@InputType()
export class DescribeSessionInput extends SessionAboutInput {
  @Field(() => ID) sessionId: string;
}

@ObjectType('SessionEdge')
export class SessionEdgeType {
  @Field(() => String) cursor: string;
  @Field(() => SessionType) node: SessionType;
}

@ObjectType('SessionConnection')
export class SessionConnectionType {
  @Field(() => [SessionEdgeType]) edges: SessionEdgeType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => Int, { simple: true }) totalCount: Lazy<number>;
}

@InputType()
export class SessionFilter {
  @Field(() => [SessionStateEnum], { nullable: true }) states?: SessionState[];
  @Line({ max: 20 })
  @Field(() => String, { nullable: true })
  number?: string;
  @Field(() => ID, { nullable: true }) csrId?: string;
  @Field(() => DateTimeISO, { nullable: true }) startedAfter?: Date;
  @Field(() => DateTimeISO, { nullable: true }) startedBefore?: Date;
  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer took part in, or waits for.' })
  mine?: boolean;
  @Line({ max: 80 })
  @Field(() => String, {
    nullable: true,
    description: "A session number, or part of a participant's name or of a tracking code.",
  })
  search?: string;
  @Line({ max: LIMITS.trackingCode })
  @Field(() => String, { nullable: true })
  trackingCode?: string;
  @Line({ max: LIMITS.sessionType })
  @Field(() => String, { nullable: true })
  sessionType?: string;
  @Field(() => Boolean, { nullable: true, description: 'Omitted: practice and real sessions.' }) isPractice?: boolean;
}

@ObjectType('EventActor')
export class EventActorType {
  @Field(() => ActorKindEnum) kind: EventActor['kind'];
  @Field(() => ID, { nullable: true }) participantId: string | null;
}

@InterfaceType('SessionEvent', {
  description: 'Something that happened in a session. seq is gapless per session; a viewer sees what it may see.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class SessionEventType {
  @Field(() => Int) seq: number;
  @Field(() => DateTimeISO) at: Date;
  @Field(() => EventActorType) actor: EventActorType;
  @Field(() => Boolean, { description: '`Session.abilities` may have changed: query it again.' })
  changesAbilities: boolean;
}

@ObjectType('SessionEventStep')
export class EventStepType {
  @Field(() => [SessionEventType]) events: SessionEventType[];
  @Field(() => Int, { description: 'Continue after this number; it includes events that the viewer may not see.' })
  lastSeq: number;
  @Field(() => Boolean, { description: 'The stream ends after these.' }) isOver: boolean;
}

@ObjectType({ implements: SessionEventType })
export class SessionStarted extends SessionEventType {
  @Field(() => String) number: string;
  @Field(() => Boolean, { description: 'An integrator started it, for the CSR who leads.' }) isByIntegration: boolean;
}

@ObjectType({ implements: SessionEventType, description: 'It will end by itself without further activity.' })
export class SessionEndNear extends SessionEventType {
  @Field(() => SessionEndReasonEnum) reason: SessionEndReason;
  @Field(() => DateTimeISO) dueAt: Date;
}

@ObjectType({ implements: SessionEventType, description: 'The announced end was cancelled.' })
export class SessionKeptOpen extends SessionEventType {}

@ObjectType({ implements: SessionEventType })
export class SessionLockChanged extends SessionEventType {
  @Field(() => Boolean) isLocked: boolean;
}

@ObjectType({ implements: SessionEventType, description: 'The description was set or changed. For staff.' })
export class SessionDescribed extends SessionEventType {
  @Field(() => String, { nullable: true }) sessionType: string | null;
  @Field(() => String, { nullable: true }) trackingCode: string | null;
}

@ObjectType({ implements: SessionEventType })
export class SessionEnded extends SessionEventType {
  @Field(() => SessionEndReasonEnum) reason: SessionEndReason;
}
