import { Failure, type Context, type Viewer } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { isSelf, type Attendance, type Sessions } from '../../session/sessions/index.js';
import type { EditChatMessageInput } from './chat.inputs.js';
import { changeableUntil, mayReadMessage } from './chat.policy.js';
import type { ChatMessageRow, ChatRepo } from './chat.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: ChatRepo;
  sessions: Sessions;
}
interface OwnMessage {
  by: Attendance;
  message: ChatMessageRow;
}

/** Senders can change and delete their messages for a while; earlier versions are kept for auditors. */
export function createChangeMessage({ events, clock, repo, sessions }: Deps) {
  /** @throws NOT_FOUND also for what the viewer can't read */
  async function find(tx: Tx, viewer: Viewer, messageId: string): Promise<OwnMessage> {
    const found = await repo.find(messageId, tx);
    if (!found) throw new Failure('NOT_FOUND');
    const by = await sessions.access.toAct(tx, viewer, found.sessionId, 'sendChatMessage');
    if (!mayReadMessage(found, by.seat)) throw new Failure('NOT_FOUND');
    if (!isSelf(by.seat, found.senderId)) throw new Failure('FORBIDDEN');
    return { by, message: (await repo.find(messageId, tx))! }; // read again, because the session is locked now
  }

  function assertInTime({ by, message }: OwnMessage): void {
    const until = changeableUntil(message, by.seat);
    if (!until || until <= clock.now()) throw new Failure('MESSAGE_TOO_OLD');
  }

  async function replace(
    tx: Tx,
    { by: { seat, session }, message }: OwnMessage,
    type: 'chat.messageEdited' | 'chat.messageDeleted',
    change: Partial<ChatMessageRow>,
  ): Promise<ChatMessageRow> {
    const { id: messageId, audience, senderId, recipientId, seq: messageSeq } = message;
    await repo.replaceText(tx, message, change, clock.now());
    const payload = { messageId, audience, senderId, recipientId, messageSeq };
    await sessions.log(tx, { session, seat }, type, payload);
    return { ...message, ...change };
  }

  return {
    edit: ({ viewer }: Context, { messageId, text }: EditChatMessageInput): Promise<ChatMessageRow> =>
      events.transaction(async (tx) => {
        const own = await find(tx, viewer, messageId);
        if (own.message.deletedAt) throw new Failure('MESSAGE_DELETED');
        if (own.message.url) throw new Failure('FORBIDDEN'); // a link is withdrawn and sent again
        if (own.message.text === text) return own.message;
        assertInTime(own);
        return replace(tx, own, 'chat.messageEdited', { text, editedAt: clock.now() });
      }),
    remove: ({ viewer }: Context, messageId: string): Promise<ChatMessageRow> =>
      events.transaction(async (tx) => {
        const own = await find(tx, viewer, messageId);
        if (own.message.deletedAt) return own.message;
        assertInTime(own);
        return replace(tx, own, 'chat.messageDeleted', { text: '', deletedAt: clock.now() });
      }),
  };
}
export type ChangeMessage = ReturnType<typeof createChangeMessage>;
