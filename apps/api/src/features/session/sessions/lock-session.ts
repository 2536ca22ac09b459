import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { LogEvent } from './log-event.js';
import type { SessionAccess } from './session-access.js';
import type { SessionRow, SessionsRepo } from './sessions.repo.js';

/** While a session is locked, everybody who joins waits for the primary CSR, the first customer too. */
export function createLockSession({
  events,
  repo,
  access,
  logEvent,
}: Uses<'events'> & { repo: SessionsRepo; access: SessionAccess; logEvent: LogEvent }) {
  return ({ viewer }: Context, sessionId: string, isLocked: boolean): Promise<SessionRow> =>
    events.transaction(async (tx) => {
      const { session, seat } = await access.toAct(tx, viewer, sessionId, 'lockSession');
      if (session.isLocked === isLocked) return session;
      await repo.update(tx, sessionId, { isLocked });
      await logEvent(tx, { session, seat }, 'sessions.lockChanged', { isLocked });
      return { ...session, isLocked };
    });
}
export type LockSession = ReturnType<typeof createLockSession>;
