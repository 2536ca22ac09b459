import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sessions } from '../sessions/index.js';
import { CLOSED } from './closed-seat.js';
import { ifWaiting } from './participants.events.js';
import type { ParticipantQueries } from './participants.queries.js';
import type { ParticipantsRepo } from './participants.repo.js';

type Deps = Uses<'clock' | 'events'> & { repo: ParticipantsRepo; sessions: Sessions; queries: ParticipantQueries };

/** Anybody but the primary CSR can leave, seated or waiting. The session continues. */
export function createLeaveSession({ events, clock, repo, sessions, queries }: Deps) {
  return ({ viewer }: Context, sessionId: string): Promise<void> =>
    events.transaction(async (tx) => {
      const session = await sessions.lock(tx, sessionId);
      const row = session && (await queries.findOwn(viewer, sessionId, tx));
      if (!session || !row) throw new Failure('NOT_FOUND');
      if (row.role === 'PRIMARY_CSR') throw new Failure('FORBIDDEN');
      if (!(await repo.move(tx, row.id, 'LEFT', { leftAt: clock.now(), ...CLOSED }))) return; // left already
      const seat = { role: row.role, participantId: row.id };
      await sessions.log(tx, { session, seat }, 'participants.left', {
        participantId: row.id,
        ...ifWaiting(row.state),
      });
    });
}
export type LeaveSession = ReturnType<typeof createLeaveSession>;
