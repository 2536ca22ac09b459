import { LIMITS, type ChatAudience, type Locale, type TranscriptFormat } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { Email, Exact, Line, Text } from '../../../platform/graphql/index.js';
import { LocaleEnum } from '../../site/sites/index.js';
import { ChatAudienceEnum, TranscriptFormatEnum } from './chat.types.js';

/** The audience, and the idempotency key. */
@InputType()
export abstract class AddressedInput {
  @Field(() => ID) sessionId: string;
  @Exact({ min: 1, max: 64 })
  @Field(() => ID, { description: 'Made by the sender; the same id is stored once.' })
  clientId: string;
  @Field(() => ChatAudienceEnum) audience: ChatAudience;
  @Field(() => ID, { nullable: true }) recipientId?: string;
}

@InputType()
export class SendChatMessageInput extends AddressedInput {
  @Text({ min: 1, max: LIMITS.chatText })
  @Field(() => String)
  text: string;
}

@InputType()
export class PushLinkInput extends AddressedInput {
  @Line({ min: 1, max: LIMITS.address })
  @Field(() => String, { description: 'An address with http or https; without either, https is meant.' })
  url: string;
}

@InputType()
export class EditChatMessageInput {
  @Field(() => ID) messageId: string;
  @Text({ min: 1, max: LIMITS.chatText })
  @Field(() => String)
  text: string;
}

/** The format of an exported conversation. */
@InputType()
abstract class WrittenInput {
  @Field(() => ID) sessionId: string;
  @Field(() => LocaleEnum, { description: 'Of its headings; what was written stays as it is.' }) locale: Locale;
  @Line({ max: 64 })
  @Field(() => String, {
    defaultValue: 'UTC',
    description: "Of its times, by the name of the IANA's list; UTC for one that is not in it.",
  })
  timeZone: string;
}

@InputType()
export class ChatTranscriptInput extends WrittenInput {
  @Field(() => TranscriptFormatEnum) format: TranscriptFormat;
}

@InputType()
export class MailConversationInput extends WrittenInput {
  @Email()
  @Field(() => String)
  email: string;
  @Line({ max: 20 })
  @Field(() => String, { nullable: true, description: 'Needed for another address than the one of the invitation.' })
  code?: string;
}

@InputType()
export class AskConversationCodeInput {
  @Field(() => ID) sessionId: string;
  @Email()
  @Field(() => String)
  email: string;
  @Field(() => LocaleEnum) locale: Locale;
}
