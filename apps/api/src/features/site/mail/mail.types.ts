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
  'What became of a mail: NOT_SENT where no mail server is set; PERHAPS_DELIVERED when the line broke after all of it.',
);
const MailFailureEnum = enumOf(MAIL_FAILURES, 'MailFailure', 'Why a mail is not there yet, or never will be.');
const OutgoingKindEnum = enumOf(OUTGOING_KINDS, 'OutgoingMailKind');

@ObjectType('CaughtMail', { description: 'A mail that went nowhere because no mail server is set.' })
export class CaughtMailType {
  @Field(() => ID) id: string;
  @Field(() => String) from: string;
  @Field(() => String) to: string;
  @Field(() => String) subject: string;
  @Field(() => String) text: string;
  @Field(() => String) html: string;
  @Field(() => Boolean, {
    description: 'Its links are for somebody who may do more than the viewer, or for the viewer.',
  })
  hasHiddenLinks: boolean;
  @Field(() => DateTimeISO) receivedAt: Date;
}

@ObjectType('MailFate', { description: 'What became of a mail so far.' })
export class MailFateType {
  @Field(() => String) address: string;
  @Field(() => MailStateEnum) state: MailState;
  @Field(() => MailFailureEnum, { nullable: true }) failure: MailFailure | null;
}

@ObjectType('UnsentMail', { description: 'A mail that has not arrived as far as we know.' })
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
  @Field(() => DateTimeISO, { nullable: true, description: 'When it is tried again by itself.' })
  nextTryAt: Date | null;
  @Field(() => Boolean, { description: 'It can be written and sent once more.' }) canTryAgain: boolean;
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
  'What was found of the mail server at the start.',
);

@ObjectType('MailServer')
export class MailServerType {
  @Field(() => MailServerStateEnum) state: MailServerState;
  @Field(() => String, { nullable: true, description: 'Its name and port.' }) host: string | null;
  @Field(() => String, { nullable: true, description: 'Whom mails come from.' }) from: string | null;
  @Field(() => String, { nullable: true, description: 'What it answered, where it does not work.' }) answer:
    string | null;
}
