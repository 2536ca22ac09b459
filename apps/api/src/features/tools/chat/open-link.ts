import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import { mayReadMessage } from './chat.policy.js';
import type { ChatMessageRow, ChatRepo } from './chat.repo.js';

/** A customer has clicked on a link: logged once for each of them. */
export function createOpenLink({
  events,
  clock,
  repo,
  sessions,
}: Uses<'clock' | 'events'> & { repo: ChatRepo; sessions: Sessions }) {
  return ({ viewer }: Context, messageId: string): Promise<ChatMessageRow> =>
    events.transaction(async (tx) => {
      const message = await repo.find(messageId, tx);
      if (!message?.url) throw new Failure('NOT_FOUND');
      const by = await sessions.access.toAct(tx, viewer, message.sessionId, 'openLink');
      const { session, seat } = by;
      if (!mayReadMessage(message, seat)) throw new Failure('NOT_FOUND');
      const { audience, senderId, recipientId, seq: messageSeq } = message;
      const opening = { messageId, participantId: seat.participantId, siteId: session.siteId, openedAt: clock.now() };
      if (await repo.open(tx, opening))
        await sessions.log(tx, by, 'chat.linkOpened', { messageId, audience, senderId, recipientId, messageSeq });
      return message;
    });
}
export type OpenLink = ReturnType<typeof createOpenLink>;
