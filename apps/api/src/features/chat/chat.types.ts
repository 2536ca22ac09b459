import { CHAT_AUDIENCES, type ChatAudience } from '@tandem/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, enumOf, type Lazy } from '../../platform/graphql/index.js';
import { ParticipantType } from '../participants/index.js';
import { SessionEventType } from '../sessions/index.js';

export const ChatAudienceEnum = enumOf(CHAT_AUDIENCES, 'ChatAudience');

@ObjectType('ChatMessage')
export class ChatMessageType {
  @Field(() => ID) id: string;
  @Field(() => Int) seq: number;
  @Field(() => ParticipantType, { simple: true }) sender: Lazy<ParticipantType>;
  @Field(() => ChatAudienceEnum) audience: ChatAudience;
  @Field(() => ParticipantType, { simple: true, nullable: true }) recipient: Lazy<ParticipantType> | null;
  @Field(() => String) text: string;
  @Field(() => DateTimeISO) sentAt: Date;
  @Field(() => ID) clientId: string;
}

@ObjectType({ implements: SessionEventType })
export class ChatMessageSent extends SessionEventType {
  @Field(() => ChatMessageType, { simple: true }) message: Lazy<ChatMessageType>;
}
