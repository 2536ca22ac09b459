import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, PageInfoType } from '../../../platform/graphql/index.js';
import { SessionEventType } from '../../session/sessions/index.js';

@ObjectType('Concern', {
  description: 'A report by a customer of an unexpected call; it ended the session.',
})
export class ConcernType {
  siteId: string;
  reporterId: string;
  csrId: string | null;
  handledById: string | null;
  @Field(() => ID) id: string;
  @Field(() => ID) sessionId: string;
  @Field(() => DateTimeISO) reportedAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) handledAt: Date | null;
}

@ObjectType('ConcernEdge')
export class ConcernEdgeType {
  @Field(() => String) cursor: string;
  @Field(() => ConcernType) node: ConcernType;
}

@ObjectType('ConcernConnection')
export class ConcernConnectionType {
  @Field(() => [ConcernEdgeType]) edges: ConcernEdgeType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => Int, { description: 'The number of open reports.' }) openCount: number;
}

@ObjectType({
  implements: SessionEventType,
  description: 'The customer was called unexpectedly, and ends the session.',
})
export class UnexpectedCallReported extends SessionEventType {}
