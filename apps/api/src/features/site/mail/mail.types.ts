import {
  MAIL_FAILURES,
  MAIL_LIFECYCLE,
  OUTGOING_KINDS,
  type MailFailure,
  type MailState,
  type OutgoingKind,
} from '@tandem/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, PageInfoType } from '../../../platform/graphql/index.js';

const MailStateEnum = enumOf(
  Object.keys(MAIL_LIFECYCLE) as MailState[],
  'MailState',
  'The delivery state of a mail: NOT_SENT without a configured mail server; PERHAPS_DELIVERED when the connection was lost after the whole mail was sent.',
);
const MailFailureEnum = enumOf(MAIL_FAILURES, 'MailFailure', 'Why a mail was not delivered (yet).');
const OutgoingKindEnum = enumOf(OUTGOING_KINDS, 'OutgoingMailKind');

@ObjectType('CaughtMail', { description: 'A mail that was not sent because no mail server is configured.' })
export class CaughtMailType {
  @Field(() => ID) id: string;
  @Field(() => String) from: string;
  @Field(() => String) to: string;
  @Field(() => String) subject: string;
  @Field(() => String) text: string;
  @Field(() => String) html: string;
  @Field(() => Boolean, {
    description:
      'Its links are removed, because they would give the viewer more permissions, or bypass their own password.',
  })
  hasHiddenLinks: boolean;
  @Field(() => DateTimeISO) receivedAt: Date;
}

@ObjectType('MailFate', { description: 'The delivery state of a mail.' })
export class MailFateType {
  @Field(() => String) address: string;
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => MailFailureEnum, { nullable: true }) failure: MailFailure | null;
}

@ObjectType('UnsentMail', { description: 'A mail whose delivery is not confirmed.' })
export class UnsentMailType {
  askedById: string | null;
  sessionId: string | null;
  @Field(() => ID) id: string;
  @Field(() => OutgoingKindEnum) kind: OutgoingKind;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => String) subject: string;
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => MailFailureEnum, { nullable: true }) failure: MailFailure | null;
  @Field(() => String, { nullable: true, description: "The mail server's last answer, in its own words." })
  answer: string | null;
  @Field(() => Int) tries: number;
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => DateTimeISO, { nullable: true, description: 'When it is retried automatically.' })
  nextTryAt: Date | null;
  @Field(() => Boolean, { description: 'It can be composed and sent again.' }) canTryAgain: boolean;
}
@ObjectType('UnsentMailEdge')
export class UnsentMailEdgeType {
  @Field(() => String) cursor: string;
  @Field(() => UnsentMailType) node: UnsentMailType;
}
@ObjectType('UnsentMailConnection')
export class UnsentMailConnectionType {
  @Field(() => [UnsentMailEdgeType]) edges: UnsentMailEdgeType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

export const MAIL_SERVER_STATES = ['NONE', 'CHECKING', 'WORKS', 'UNREACHABLE', 'SIGN_IN_REFUSED', 'NO_TLS'] as const;
export type MailServerState = (typeof MAIL_SERVER_STATES)[number];
const MailServerStateEnum = enumOf(
  MAIL_SERVER_STATES,
  'MailServerState',
  'The state of the mail server, checked at the start.',
);

@ObjectType('MailServer')
export class MailServerType {
  @Field(() => MailServerStateEnum) state: MailServerState;
  @Field(() => String, { nullable: true, description: 'Its name and port.' }) host: string | null;
  @Field(() => String, { nullable: true, description: 'The sender of mails.' }) from: string | null;
  @Field(() => String, { nullable: true, description: 'Its answer, if it does not work.' }) answer: string | null;
}
