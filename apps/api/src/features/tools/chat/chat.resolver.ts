import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { LIMITS } from '@tandem/domain';
import { NeedsSeat, NeedsSeatOrPast, type Context } from '../../../platform/graphql/index.js';
import { MailFateType } from '../../site/mail/index.js';
import { SessionType } from '../../session/sessions/index.js';
import type { ChangeMessage } from './change-message.js';
import {
  AskConversationCodeInput,
  ChatTranscriptInput,
  EditChatMessageInput,
  MailConversationInput,
  PushLinkInput,
  SendChatMessageInput,
} from './chat.inputs.js';
import type { ChatQueries } from './chat.queries.js';
import { ChatMessageType, ChatTranscriptType, ConversationType } from './chat.types.js';
import type { ConfirmAddress } from './confirm-address.js';
import type { ExportTranscript } from './export-transcript.js';
import type { MailConversation } from './mail-conversation.js';
import type { MarkRead } from './mark-read.js';
import type { Nudge } from './nudge.js';
import type { OpenLink } from './open-link.js';
import type { OpenConversation } from './open-conversation.js';
import type { PushLink } from './push-link.js';
import type { SendMessage } from './send-message.js';

interface ChatUseCases {
  send: SendMessage;
  push: PushLink;
  open: OpenLink;
  change: ChangeMessage;
  transcript: ExportTranscript;
  conversation: OpenConversation;
  mail: MailConversation;
  askCode: ConfirmAddress['ask'];
  markRead: MarkRead;
  nudge: Nudge;
  queries: ChatQueries;
}

@Resolver(() => SessionType)
export class ChatResolver {
  constructor(private readonly use: ChatUseCases) {}

  @NeedsSeatOrPast('reports.read')
  @Query(() => ChatTranscriptType, {
    description: 'The part that the viewer may read. For a customer also for half an hour after the end.',
  })
  chatTranscript(
    @Ctx() context: Context,
    @Arg('input', () => ChatTranscriptInput) input: ChatTranscriptInput,
  ): Promise<ChatTranscriptType> {
    return this.use.transcript(context, input);
  }

  @NeedsSeatOrPast()
  @Query(() => ConversationType, {
    description: 'For a customer, in the session and for half an hour after it. CONVERSATION_CLOSED when that is over.',
  })
  conversation(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<ConversationType> {
    return this.use.conversation(context, sessionId);
  }

  @NeedsSeatOrPast()
  @Mutation(() => MailFateType, {
    description:
      'Mails the conversation to a customer, if the site allows it. A few times an hour. Waits a moment for the answer of the mail server.',
  })
  mailConversation(
    @Ctx() context: Context,
    @Arg('input', () => MailConversationInput) input: MailConversationInput,
  ): Promise<MailFateType> {
    return this.use.mail(context, input);
  }

  @NeedsSeatOrPast()
  @Mutation(() => MailFateType, {
    description:
      'Mails a code of six digits to an address other than the one of the invitation; mailConversation requires it. An earlier code of the seat becomes invalid.',
  })
  askConversationCode(
    @Ctx() context: Context,
    @Arg('input', () => AskConversationCodeInput) input: AskConversationCodeInput,
  ): Promise<MailFateType> {
    return this.use.askCode(context, input);
  }

  @NeedsSeat()
  @Mutation(() => ChatMessageType)
  async sendChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => SendChatMessageInput) input: SendChatMessageInput,
  ): Promise<ChatMessageType> {
    return this.use.queries.toType(await this.use.send(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ChatMessageType, { description: 'Own messages, for 15 minutes. The earlier version is kept.' })
  async editChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => EditChatMessageInput) input: EditChatMessageInput,
  ): Promise<ChatMessageType> {
    return this.use.queries.toType(await this.use.change.edit(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ChatMessageType, { description: 'Own messages, for 15 minutes. The earlier version is kept.' })
  async deleteChatMessage(
    @Ctx() context: Context,
    @Arg('messageId', () => ID) messageId: string,
  ): Promise<ChatMessageType> {
    return this.use.queries.toType(await this.use.change.remove(context, messageId));
  }

  @NeedsSeat()
  @Mutation(() => ChatMessageType, {
    description: 'Sends a link. LINK_NOT_ALLOWED for other schemes than http and https, and for credentials.',
  })
  async pushLink(
    @Ctx() context: Context,
    @Arg('input', () => PushLinkInput) input: PushLinkInput,
  ): Promise<ChatMessageType> {
    return this.use.queries.toType(await this.use.push(context, input));
  }

  @NeedsSeat()
  @Mutation(() => ChatMessageType, { description: 'The customer has opened a link that was sent.' })
  async openLink(@Ctx() context: Context, @Arg('messageId', () => ID) messageId: string): Promise<ChatMessageType> {
    return this.use.queries.toType(await this.use.open(context, messageId));
  }

  @NeedsSeat()
  @Mutation(() => Boolean, { description: 'Makes the customer’s page alert the customer. Once a minute.' })
  async nudgeCustomer(@Ctx() context: Context, @Arg('sessionId', () => ID) sessionId: string): Promise<boolean> {
    await this.use.nudge(context, sessionId);
    return true;
  }

  @NeedsSeat()
  @Mutation(() => Boolean, {
    description: 'Sets the sequence number up to which the viewer has read. It only increases.',
  })
  async markRead(
    @Ctx() context: Context,
    @Arg('sessionId', () => ID) sessionId: string,
    @Arg('seq', () => Int) seq: number,
  ): Promise<boolean> {
    await this.use.markRead(context, sessionId, seq);
    return true;
  }

  @FieldResolver(() => Int, { description: 'The sequence number up to which the viewer has read; 0 initially.' })
  readUpTo(@Ctx() context: Context, @Root() { id }: SessionType): Promise<number> {
    return this.use.queries.readUpTo(context, id);
  }

  @FieldResolver(() => [ChatMessageType], { description: 'Messages that the viewer may see, oldest first.' })
  messages(
    @Ctx() context: Context,
    @Root() { id }: SessionType,
    @Arg('last', () => Int, { defaultValue: LIMITS.messagesPerPage }) last: number,
    @Arg('before', () => Int, { nullable: true, description: 'Those before this sequence number.' })
    before: number | null,
  ): Promise<ChatMessageType[]> {
    return this.use.queries.listForViewer(context, id, { last, before });
  }
}
