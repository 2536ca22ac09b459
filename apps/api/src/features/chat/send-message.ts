import { newId } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import { actorOf, sessionStream, type Attendance, type Sessions } from '../sessions/index.js';
import type { SendChatMessageInput } from './chat.inputs.js';
import { mayWriteTo } from './chat.policy.js';
import type { ChatMessageRow, ChatRepo } from './chat.repo.js';

interface Deps extends Platform {
  repo: ChatRepo;
  sessions: Sessions;
  participants: Participants;
}

/** Writes a message once, however often its sender repeats it. */
export function createSendMessage({ events, clock, repo, sessions, participants }: Deps) {
  async function assertRecipient(
    tx: Tx,
    { session }: Attendance,
    { audience, recipientId }: SendChatMessageInput,
  ): Promise<void> {
    if (audience !== 'PERSON') return;
    const recipient = recipientId ? await participants.find(recipientId, tx) : null;
    if (recipient?.sessionId !== session.id || recipient.state !== 'SEATED') throw new Failure('RECIPIENT_NOT_PRESENT');
  }

  return (context: Context, input: SendChatMessageInput): Promise<ChatMessageRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, context.viewer, input.sessionId);
      const sent = await repo.findSent(tx, by.seat.participantId, input.clientId);
      if (sent) return sent;
      if (!mayWriteTo(input.audience, by.seat)) throw new Failure('FORBIDDEN');
      await assertRecipient(tx, by, input);
      const id = newId();
      const senderId = by.seat.participantId;
      const recipientId = input.audience === 'PERSON' ? (input.recipientId ?? null) : null;
      const event = await events.append(tx, {
        stream: sessionStream(by.session.id),
        siteId: by.session.siteId,
        type: 'chat.messageSent',
        actor: actorOf(by.seat),
        payload: { messageId: id, audience: input.audience, senderId, recipientId },
      });
      const { sessionId, clientId, audience, text } = input;
      const row = {
        id,
        siteId: by.session.siteId,
        sessionId,
        senderId,
        clientId,
        audience,
        recipientId,
        text,
        seq: event.seq,
        sentAt: clock.now(),
      };
      await repo.create(tx, row);
      return row;
    });
}
export type SendMessage = ReturnType<typeof createSendMessage>;
