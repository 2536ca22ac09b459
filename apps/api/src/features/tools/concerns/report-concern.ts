import { newId } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import { actorOf, type Sessions } from '../../session/sessions/index.js';
import type { ConcernsRepo } from './concerns.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: ConcernsRepo;
  sessions: Sessions;
  participants: Participants;
}

/** "Somebody called me unexpectedly": the session ends for everyone immediately, and administrators are notified. */
export function createReportConcern({ events, clock, repo, sessions, participants }: Deps) {
  return (context: Context, sessionId: string): Promise<void> =>
    events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, context.viewer, sessionId, 'reportUnexpectedCall');
      const csr = await participants.findSeated(tx, sessionId, 'PRIMARY_CSR');
      const id = newId();
      const { siteId } = session;
      await repo.create(tx, {
        id,
        siteId,
        sessionId,
        reporterId: seat.participantId,
        csrId: csr?.id ?? null,
        reportedAt: clock.now(),
        toldAt: null,
        handledAt: null,
        handledById: null,
      });
      const actor = actorOf(seat);
      await sessions.log(tx, { session, actor }, 'concerns.reported', { concernId: id });
      await sessions.end(tx, session, 'REPORTED_BY_CUSTOMER', actor);
    });
}
export type ReportConcern = ReturnType<typeof createReportConcern>;
