import {
  INVITATION_CHANNELS,
  INVITATION_LIFECYCLE,
  LIMITS,
  type InvitationChannel,
  type InvitationState,
  type Locale,
  type ParticipantRole,
} from '@tandem/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeISO, Email, enumOf, Line, type Lazy } from '../../../platform/graphql/index.js';
import { ParticipantRoleEnum } from '../../session/participants/index.js';
import { SessionEventType } from '../../session/sessions/index.js';
import { LocaleEnum } from '../../site/sites/index.js';

const InvitationChannelEnum = enumOf(INVITATION_CHANNELS, 'InvitationChannel');
const InvitationStateEnum = enumOf(Object.keys(INVITATION_LIFECYCLE) as InvitationState[], 'InvitationState');

@ObjectType('Invitation')
export class InvitationType {
  @Field(() => ID) id: string;
  @Field(() => InvitationChannelEnum) channel: InvitationChannel;
  @Field(() => ParticipantRoleEnum, { description: 'The seat that it leads to.' }) role: ParticipantRole;
  @Field(() => InvitationStateEnum) state: InvitationState;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String) name: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => DateTimeISO) createdAt: Date;
  @Field(() => DateTimeISO) expiresAt: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Why its mail was not delivered: a MailFailure; a text in both languages.',
  })
  failure: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Only in the answer to the requester when the mail can’t be sent: the link to hand over. Contains a one-time token.',
  })
  url?: string | null;
  @Field(() => String, { nullable: true, description: 'With the link: ready to paste.' }) message?: string | null;
}

@ObjectType('InvitationLink')
export class InvitationLinkType {
  @Field(() => InvitationType) invitation: InvitationType;
  @Field(() => String, { description: 'Contains a one-time token.' }) url: string;
  @Field(() => String, { description: "Ready to paste, in the customer's language." }) message: string;
}

@ObjectType('InvitationPreview', { description: 'What is shown to a person who opened an invitation, before joining.' })
export class InvitationPreviewType {
  createdById: string;
  @Field(() => String) siteName: string;
  @Field(() => String) csrName: string;
  @Field(() => ParticipantRoleEnum) role: ParticipantRole;
  @Field(() => String) name: string;
  @Field(() => LocaleEnum) locale: Locale;
  @Field(() => String) number: string;
}

@ObjectType({ implements: SessionEventType })
export class InvitationChanged extends SessionEventType {
  @Field(() => InvitationType, { simple: true }) invitation: Lazy<InvitationType>;
  @Field(() => InvitationStateEnum) state: InvitationState;
}

@InputType()
export class InviteByEmailInput {
  @Field(() => ID) sessionId: string;
  @Email()
  @Field(() => String)
  email: string;
  @Line({ max: LIMITS.personName })
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => LocaleEnum) locale: Locale;
}

@InputType()
export class CreateInvitationLinkInput {
  @Field(() => ID) sessionId: string;
  @Line({ max: LIMITS.personName })
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => LocaleEnum) locale: Locale;
}
