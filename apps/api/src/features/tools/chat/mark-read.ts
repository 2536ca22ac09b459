import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import { sessionStream, type Sessions } from '../../session/sessions/index.js';
import type { ChatRepo } from './chat.repo.js';

/** Stores the read position. It is not logged: reading a message is no act in a session. */
export function createMarkRead({
  events,
  clock,
  repo,
  sessions,
}: Uses<'clock' | 'events'> & { repo: ChatRepo; sessions: Sessions }) {
  return ({ viewer }: Context, sessionId: string, seq: number): Promise<void> =>
    events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, viewer, sessionId, 'markRead');
      const upTo = Math.min(seq, (await events.newest(tx, sessionStream(sessionId), []))?.seq ?? 0);
      const { participantId } = seat;
      await repo.markRead(tx, { participantId, sessionId, siteId: session.siteId, upTo, readAt: clock.now() });
    });
}
export type MarkRead = ReturnType<typeof createMarkRead>;
