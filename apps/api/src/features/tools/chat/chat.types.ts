import { CHAT_AUDIENCES, TRANSCRIPT_FORMATS, type ChatAudience } from '@tandem/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../../platform/graphql/index.js';
import { MailFateType } from '../../site/mail/index.js';
import { ParticipantType } from '../../session/participants/index.js';
import { SessionEventType } from '../../session/sessions/index.js';

export const TranscriptFormatEnum = enumOf(TRANSCRIPT_FORMATS, 'TranscriptFormat');
export const ChatAudienceEnum = enumOf(CHAT_AUDIENCES, 'ChatAudience');

@ObjectType('ChatLinkOpening')
export class ChatLinkOpeningType {
  @Field(() => ParticipantType, { simple: true }) participant: Lazy<ParticipantType>;
  @Field(() => DateTimeISO) openedAt: Date;
}

@ObjectType('ChatLink', { description: 'A link sent by a CSR; it opens only when the reader clicks.' })
export class ChatLinkType {
  @Field(() => String) url: string;
  @Field(() => String, { description: 'The host that the browser will contact, in punycode.' }) host: string;
  @Field(() => [ChatLinkOpeningType], { simple: true }) openings: Lazy<ChatLinkOpeningType[]>;
}

@ObjectType('ChatEdition')
export class ChatEditionType {
  @Field(() => String) text: string;
  @Field(() => DateTimeISO) replacedAt: Date;
}

@ObjectType('ChatMessage')
export class ChatMessageType {
  @Field(() => ID) id: string;
  @Field(() => Int) seq: number;
  @Field(() => ParticipantType, { simple: true }) sender: Lazy<ParticipantType>;
  @Field(() => ChatAudienceEnum) audience: ChatAudience;
  @Field(() => ParticipantType, { simple: true, nullable: true }) recipient: Lazy<ParticipantType> | null;
  @Field(() => String, {
    simple: true,
    description:
      'The current text; empty once deleted. In the record of a session, card numbers and tokens are removed.',
  })
  text: Lazy<string>;
  @Field(() => ChatLinkType, { nullable: true }) link: ChatLinkType | null;
  @Field(() => DateTimeISO) sentAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) editedAt: Date | null;
  @Field(() => Boolean) isDeleted: boolean;
  @Field(() => DateTimeISO, {
    simple: true,
    nullable: true,
    description: 'Until when the viewer may edit or delete it; null if not allowed.',
  })
  changeableUntil: Lazy<Date | null>;
  @Field(() => [ChatEditionType], {
    simple: true,
    nullable: true,
    description: 'Earlier versions, oldest first. Null without the permission to read them.',
  })
  earlier: Lazy<ChatEditionType[] | null>;
  @Field(() => [ParticipantType], {
    simple: true,
    description: 'Who has read it: only for its sender, otherwise empty.',
  })
  readBy: Lazy<ParticipantType[]>;
  @Field(() => ID) clientId: string;
}

@ObjectType('ChatTranscript', { description: 'The messages as a file; card numbers and tokens are removed.' })
export class ChatTranscriptType {
  @Field(() => String) fileName: string;
  @Field(() => String) mediaType: string;
  @Field(() => String) body: string;
}

@ObjectType('Conversation', { description: 'How a customer may export the conversation.' })
export class ConversationType {
  @Field(() => Boolean) isEmpty: boolean;
  @Field(() => Boolean, { description: 'The site mails conversations.' }) isMailed: boolean;
  @Field(() => MailFateType, { nullable: true, description: 'The delivery state of the last requested mail.' })
  mail: MailFateType | null;
  @Field(() => String, { nullable: true, description: 'Where the invitation went, if it went by mail.' })
  email: string | null;
  @Field(() => DateTimeISO, { nullable: true, description: 'How long, after the end; null while in the session.' })
  until: Date | null;
}

@ObjectType('ConversationMail', { description: 'A customer had the conversation mailed to an address of their own.' })
export class ConversationMailType {
  @Field(() => ParticipantType, { simple: true }) participant: Lazy<ParticipantType>;
  @Field(() => DateTimeISO) mailedAt: Date;
}

/** Events about one message, which is loaded on demand in its current state. */
@ObjectType()
abstract class ChatMessageEvent extends SessionEventType {
  @Field(() => ChatMessageType, { simple: true }) message: Lazy<ChatMessageType>;
}

const implementing = { implements: SessionEventType };

@ObjectType(implementing)
export class ChatMessageSent extends ChatMessageEvent {}
@ObjectType(implementing)
export class ChatMessageEdited extends ChatMessageEvent {}
@ObjectType(implementing)
export class ChatMessageDeleted extends ChatMessageEvent {}
@ObjectType(implementing)
export class ChatLinkPushed extends ChatMessageEvent {}
@ObjectType(implementing)
export class ChatLinkOpened extends ChatMessageEvent {}
@ObjectType({ ...implementing, description: 'A CSR waits for an answer: the customer’s page alerts the customer.' })
export class ChatNudged extends SessionEventType {}
