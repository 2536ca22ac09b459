import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { NeedsSeat, type Context } from '../../platform/graphql/index.js';
import { SessionType } from '../sessions/index.js';
import { SendChatMessageInput } from './chat.inputs.js';
import type { ChatQueries } from './chat.queries.js';
import { ChatMessageType } from './chat.types.js';
import type { SendMessage } from './send-message.js';

@Resolver(() => SessionType)
export class ChatResolver {
  constructor(
    private readonly send: SendMessage,
    private readonly queries: ChatQueries,
  ) {}

  @NeedsSeat()
  @Mutation(() => ChatMessageType)
  async sendChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => SendChatMessageInput) input: SendChatMessageInput,
  ): Promise<ChatMessageType> {
    return this.queries.toType(await this.send(context, input));
  }

  @FieldResolver(() => [ChatMessageType], { description: 'Messages that the viewer may see, oldest first.' })
  messages(
    @Ctx() context: Context,
    @Root() { id }: SessionType,
    @Arg('last', () => Int, { defaultValue: 200 }) last: number,
  ): Promise<ChatMessageType[]> {
    return this.queries.listForViewer(context, id, last);
  }
}
