import { LIMITS, type SessionEndReason } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import type { EventActor } from '../../../platform/events/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { LogEvent } from './log-event.js';
import { actorOf } from './seat.js';
import type { SessionAccess } from './session-access.js';
import { NO_END, type SessionRow, type SessionsRepo } from './sessions.repo.js';

/**
 * Ends a session for everyone, in the caller's transaction. Seats, shares and media end with it: their features listen
 * to `sessions.ended`.
 */
export function createEndSession({
  clock,
  repo,
  logEvent,
}: Uses<'clock'> & { repo: SessionsRepo; logEvent: LogEvent }) {
  return async function endSession(
    tx: Tx,
    session: SessionRow,
    reason: SessionEndReason,
    actor: EventActor,
  ): Promise<void> {
    const now = clock.now();
    const isMoved = await repo.move(tx, session.id, 'ENDED', {
      ...NO_END,
      checkDueAt: null,
      endedAt: now,
      endReason: reason,
    });
    if (!isMoved) throw new Failure('SESSION_ENDED');
    await repo.restNumber(tx, session.id, after(now, LIMITS.numberRest));
    await logEvent(tx, { session, actor }, 'sessions.ended', { reason });
  };
}
export type EndSession = ReturnType<typeof createEndSession>;

/** Called by the CSR. */
export function createEndByCsr({
  events,
  repo,
  access,
  end,
}: Uses<'events'> & { repo: SessionsRepo; access: SessionAccess; end: EndSession }) {
  return (context: Context, sessionId: string): Promise<SessionRow> =>
    events.transaction(async (tx) => {
      const { session, seat } = await access.toAct(tx, context.viewer, sessionId, 'endSession');
      await end(tx, session, 'ENDED_BY_CSR', actorOf(seat));
      return (await repo.find(session.id, tx))!;
    });
}
