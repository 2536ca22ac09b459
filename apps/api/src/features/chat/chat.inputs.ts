import { LIMITS, type ChatAudience } from '@tandem/domain';
import { Field, ID, InputType } from 'type-graphql';
import { Line, Text } from '../../platform/graphql/index.js';
import { ChatAudienceEnum } from './chat.types.js';

@InputType()
export class SendChatMessageInput {
  @Field(() => ID) sessionId: string;
  @Line({ min: 1, max: 64 })
  @Field(() => ID, { description: 'Made by the sender; the same id is stored once.' })
  clientId: string;
  @Field(() => ChatAudienceEnum) audience: ChatAudience;
  @Field(() => ID, { nullable: true }) recipientId?: string;
  @Text({ min: 1, max: LIMITS.chatText })
  @Field(() => String)
  text: string;
}
