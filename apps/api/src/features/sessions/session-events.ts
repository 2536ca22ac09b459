import { tail, type EventRow } from '../../platform/events/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { EventViews } from './event-views.js';
import type { Seat, SeatPort } from './seat.js';
import type { SessionAccess } from './session-access.js';
import { sessionStream } from './sessions.events.js';

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
    const { seat } = await access.toRead(context.viewer, context.site.id, sessionId);
    const rows = tail({ events, hub }, sessionStream(sessionId), after);
    const leave = seat ? await seats().attend(seat) : () => undefined;
    return visible(rows, context, sessionId, seat, leave);
  };

  function visible(
    rows: AsyncGenerator<EventRow, void>,
    context: Context,
    sessionId: string,
    seat: Seat | null,
    leave: () => void,
  ) {
    async function* shown(): AsyncGenerator<EventRow, void> {
      for await (const row of rows) {
        // asked anew for every event: who waited may have been seated meanwhile
        const now = seat && (await seats().find(context.viewer, sessionId));
        if (views.isVisible(row, now)) yield row;
        if (row.type === 'sessions.ended') return;
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
