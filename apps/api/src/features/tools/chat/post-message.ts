import { newId } from '../../../platform/crypto/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import type { Attendance, Sessions } from '../../session/sessions/index.js';
import type { AddressedInput } from './chat.inputs.js';
import { mayWriteTo } from './chat.policy.js';
import type { ChatMessageRow, ChatRepo } from './chat.repo.js';

interface Deps extends Uses<'clock'> {
  repo: ChatRepo;
  participants: Participants;
  sessions: Sessions;
}
interface Content {
  text: string;
  url: string | null;
}

/** Stores a message once, however often the request is repeated, in the caller's transaction. */
export function createPostMessage({ clock, repo, participants, sessions }: Deps) {
  async function findRecipient(
    tx: Tx,
    sessionId: string,
    { audience, recipientId }: AddressedInput,
  ): Promise<ParticipantRow | null> {
    if (audience !== 'PERSON') return null;
    const recipient = recipientId ? await participants.find(recipientId, tx) : null;
    if (recipient?.sessionId !== sessionId || recipient.state !== 'SEATED') throw new Failure('RECIPIENT_NOT_PRESENT');
    return recipient;
  }

  return async (
    tx: Tx,
    { session, seat }: Attendance,
    input: AddressedInput,
    content: Content,
  ): Promise<ChatMessageRow> => {
    const senderId = seat.participantId;
    const sent = await repo.findSent(tx, senderId, input.clientId);
    if (sent) return sent;
    const recipient = await findRecipient(tx, session.id, input);
    if (!mayWriteTo(input.audience, seat, recipient)) throw new Failure('FORBIDDEN');
    const id = newId();
    const { audience, clientId } = input;
    const recipientId = recipient?.id ?? null;
    const type = content.url ? 'chat.linkPushed' : 'chat.messageSent';
    const { seq } = await sessions.log(tx, { session, seat }, type, { messageId: id, audience, senderId, recipientId });
    const { id: sessionId, siteId } = session;
    const times = { sentAt: clock.now(), editedAt: null, deletedAt: null };
    const row = { id, siteId, sessionId, senderId, clientId, audience, recipientId, seq, ...content, ...times };
    await repo.create(tx, row);
    return row;
  };
}
export type PostMessage = ReturnType<typeof createPostMessage>;
