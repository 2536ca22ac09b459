import { LIMITS, type SessionEndReason, type SessionOrigin } from '@tandem/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, Line, PageInfoType, type Lazy } from '../../../platform/graphql/index.js';
import { SessionEndReasonEnum, SessionOriginEnum } from '../../session/sessions/index.js';

export const SessionReportOrderEnum = enumOf(['STARTED_AT_DESC', 'STARTED_AT_ASC'], 'SessionReportOrder');

@ObjectType('SessionReport', {
  description: 'Session detail report: figures of a session, with its timeline, notes and transcript.',
})
export class SessionReportType {
  siteId: string;
  csrId: string;
  @Field(() => ID) sessionId: string;
  @Field(() => String) number: string;
  @Field(() => SessionOriginEnum) origin: SessionOrigin;
  @Field(() => Boolean, { description: 'A practice session, to be excluded from figures.' })
  isPractice: boolean;
  @Field(() => DateTimeISO) startedAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) customerJoinedAt: Date | null;
  @Field(() => DateTimeISO, { nullable: true }) endedAt: Date | null;
  @Field(() => SessionEndReasonEnum, { nullable: true }) endReason: SessionEndReason | null;
  @Field(() => String, { nullable: true }) sessionType: string | null;
  @Field(() => String, { nullable: true, description: 'The reference of this case in another system.' })
  trackingCode: string | null;
  @Field(() => Int) participantCount: number;
  @Field(() => Int) messageCount: number;
  @Field(() => Int) requestCount: number;
  @Field(() => Int, { description: 'Refused, or not answered in time.' }) refusalCount: number;
  @Field(() => Int, { description: "Seconds in which a screen of the customer's was seen." })
  viewSeconds: number;
  @Field(() => Int, { description: 'Seconds in which the customer was shown a screen.' })
  shownSeconds: number;
  @Field(() => Int) disconnectCount: number;
}

@ObjectType('SessionReportEdge')
export class SessionReportEdgeType {
  @Field(() => String) cursor: string;
  @Field(() => SessionReportType) node: SessionReportType;
}

@ObjectType('SessionReportConnection')
export class SessionReportConnectionType {
  @Field(() => [SessionReportEdgeType]) edges: SessionReportEdgeType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => Int, { simple: true }) totalCount: Lazy<number>;
}

@InputType()
export class SessionReportFilter {
  @Line({ max: 20 })
  @Field(() => String, { nullable: true })
  number?: string;
  @Field(() => ID, { nullable: true, description: 'User id of the CSR who started the session.' }) csrId?: string;
  @Field(() => DateTimeISO, { nullable: true }) startedAfter?: Date;
  @Field(() => DateTimeISO, { nullable: true }) startedBefore?: Date;
  @Field(() => Boolean, { nullable: true }) isEnded?: boolean;
  @Line({ max: LIMITS.sessionType })
  @Field(() => String, { nullable: true })
  sessionType?: string;
  @Line({ max: LIMITS.trackingCode })
  @Field(() => String, { nullable: true })
  trackingCode?: string;
  @Field(() => Boolean, { nullable: true, description: 'Omitted: practice and real sessions.' }) isPractice?: boolean;
}
