import { tail, type EventRow } from '../../platform/events/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { EventViews } from './event-views.js';
import type { Seat, SeatPort } from './seat.js';
import type { SessionAccess } from './session-access.js';
import { sessionStream } from './sessions.events.js';
import { mayRead } from './sessions.policy.js';
import type { SessionRow } from './sessions.repo.js';

interface Deps extends Platform {
  access: SessionAccess;
  views: EventViews;
  seats: () => SeatPort;
}

/**
 * The one stream of a session: what happened after a number, then what happens, as far as the viewer may see it. While a
 * seat's stream is open, the seat counts as connected. Ends with the session.
 */
export function createSessionEvents({ events, hub, access, views, seats }: Deps) {
  return async function subscribe(
    context: Context,
    sessionId: string,
    after: number,
  ): Promise<AsyncIterable<EventRow>> {
    if (after < 0) throw new Failure('BAD_INPUT', {}, [{ path: 'after', rule: 'INVALID' }]);
    const { session, seat } = await access.toRead(context.viewer, context.site.id, sessionId);
    const rows = tail({ events, hub }, sessionStream(sessionId), after);
    const leave = seat ? await seats().attend(seat) : () => undefined;
    return visible(rows, leave, shower(context, session, seat));
  };

  /**
   * As whom an event is seen, asked anew for every one: who waited may have been seated meanwhile. A colleague whose seat is
   * closed is told so, and nothing after it, unless the account may read the session anyway.
   */
  function shower({ viewer, site }: Context, session: SessionRow, seat: Seat | null) {
    const isReader = mayRead(viewer, site.id, session, null);
    return async (row: EventRow): Promise<{ isShown: boolean; isLast: boolean }> => {
      const now = seat && (await seats().find(viewer, session.id));
      const isClosed = seat !== null && now === null && !isReader;
      const isShown = views.isVisible(row, isClosed ? { ...seat, state: 'LEFT' } : now);
      return { isShown, isLast: isClosed || row.type === 'sessions.ended' };
    };
  }

  function visible(rows: AsyncGenerator<EventRow, void>, leave: () => void, look: ReturnType<typeof shower>) {
    async function* shown(): AsyncGenerator<EventRow, void> {
      for await (const row of rows) {
        const { isShown, isLast } = await look(row);
        if (isShown) yield row;
        if (isLast) return;
      }
    }
    const generator = shown();
    let isLeft = false;
    const leaveOnce = () => {
      if (!isLeft) leave();
      isLeft = true;
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        const step = await generator.next();
        if (step.done) leaveOnce();
        return step;
      },
      async return() {
        leaveOnce();
        await rows.return();
        return { value: undefined, done: true as const };
      },
    };
  }
}
export type SessionEvents = ReturnType<typeof createSessionEvents>;
