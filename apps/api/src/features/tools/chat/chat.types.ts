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

@ObjectType('ChatLink', { description: 'An address that a CSR sent; it is opened by a click of the reader only.' })
export class ChatLinkType {
  @Field(() => String) url: string;
  @Field(() => String, { description: 'What the browser will ask; other alphabets in punycode.' }) host: string;
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
      'As it stands now; empty once it is deleted. Who reads the record of a session reads it without card numbers and tokens.',
  })
  text: Lazy<string>;
  @Field(() => ChatLinkType, { nullable: true }) link: ChatLinkType | null;
  @Field(() => DateTimeISO) sentAt: Date;
  @Field(() => DateTimeISO, { nullable: true }) editedAt: Date | null;
  @Field(() => Boolean) isDeleted: boolean;
  @Field(() => DateTimeISO, {
    simple: true,
    nullable: true,
    description: 'Until when the viewer may edit or delete it; null for what the viewer may not.',
  })
  changeableUntil: Lazy<Date | null>;
  @Field(() => [ChatEditionType], {
    simple: true,
    nullable: true,
    description: 'What it said before, oldest first. Null for who may not read that.',
  })
  earlier: Lazy<ChatEditionType[] | null>;
  @Field(() => [ParticipantType], {
    simple: true,
    description: 'Who has read it: told to its sender alone, for everybody else empty.',
  })
  readBy: Lazy<ParticipantType[]>;
  @Field(() => ID) clientId: string;
}

@ObjectType('ChatTranscript', { description: 'What was written, as a file; card numbers and tokens are taken out.' })
export class ChatTranscriptType {
  @Field(() => String) fileName: string;
  @Field(() => String) mediaType: string;
  @Field(() => String) body: string;
}

@ObjectType('Conversation', { description: 'What a customer may take along of the conversation, and how.' })
export class ConversationType {
  @Field(() => Boolean) isEmpty: boolean;
  @Field(() => Boolean, { description: 'The site mails conversations.' }) isMailed: boolean;
  @Field(() => MailFateType, { nullable: true, description: 'What became of the last mail that was asked for.' })
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
@ObjectType({ ...implementing, description: 'A CSR waits for an answer: the customer’s page calls for attention.' })
export class ChatNudged extends SessionEventType {}
