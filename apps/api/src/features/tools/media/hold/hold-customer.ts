import { newId } from '../../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../../platform/index.js';
import type { Participants } from '../../../session/participants/index.js';
import type { Attendance, SessionRow, Sessions } from '../../../session/sessions/index.js';
import type { HoldRepo } from './hold.repo.js';
import type { MediaRepo } from '../rooms/media.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: MediaRepo;
  holds: HoldRepo;
  sessions: Sessions;
  participants: Participants;
}

/**
 * Starts and ends hold. Rows for media and grants are unchanged; the rights derived from them are empty during hold, so
 * that its end restores them, including changes made meanwhile.
 */
export function createHoldCustomer({ events, clock, repo, holds, sessions, participants }: Deps) {
  const act = (
    context: Context,
    sessionId: string,
    work: (tx: Tx, by: Attendance) => Promise<void>,
  ): Promise<SessionRow> =>
    events.transaction(async (tx) => {
      const by = await sessions.access.toAct(tx, context.viewer, sessionId, 'holdCustomer');
      await work(tx, by);
      return by.session;
    });

  return {
    hold: (context: Context, sessionId: string, message: string): Promise<SessionRow> =>
      act(context, sessionId, async (tx, by) => {
        if (await holds.findOpen(sessionId, tx)) return;
        if (!(await participants.findSeated(tx, sessionId, 'PRIMARY_CUSTOMER')))
          throw new Failure('CUSTOMER_NOT_PRESENT');
        const { siteId } = by.session;
        const id = newId();
        const byId = by.seat.participantId;
        const { seq: heldSeq } = await sessions.log(tx, by, 'media.held', { holdId: id });
        await holds.create(tx, {
          id,
          siteId,
          sessionId,
          byId,
          message,
          heldSeq,
          startedAt: clock.now(),
          endedAt: null,
        });
        await repo.spendUnused(tx, sessionId); // they contain rights from before
      }),
    resume: (context: Context, sessionId: string): Promise<SessionRow> =>
      act(context, sessionId, async (tx, by) => {
        const hold = await holds.findOpen(sessionId, tx);
        if (!hold) return;
        await holds.end(tx, sessionId, clock.now());
        await repo.spendUnused(tx, sessionId);
        await sessions.log(tx, by, 'media.resumed', { holdId: hold.id });
      }),
  };
}
export type HoldCustomer = ReturnType<typeof createHoldCustomer>;
