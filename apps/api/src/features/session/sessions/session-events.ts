import { LIMITS } from '@tandem/domain';
import type { EventRow } from '../../../platform/events/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { EventViews } from './event-views.js';
import type { Seat, SeatPort } from './seat.js';
import type { SessionAccess } from './session-access.js';
import { sessionStream } from './sessions.events.js';
import { mayRead } from './sessions.policy.js';
import type { SessionRow } from './sessions.repo.js';

/** Some events of a session, and where to continue. */
export interface EventStep {
  events: EventRow[];
  /** Also counts those that the viewer may not see. */
  lastSeq: number;
  isOver: boolean;
}

interface Deps extends Uses<'hub' | 'events' | 'tails'> {
  access: SessionAccess;
  views: EventViews;
  seats: () => SeatPort;
}

/**
 * The stream of a session: the events after a number that the viewer may see, then new ones. While a seat's stream is
 * open, the seat is connected. Ends with the session.
 */
export function createSessionEvents({ events, hub, tails, access, views, seats }: Deps) {
  async function open(context: Context, sessionId: string, after: number) {
    if (after < 0) throw new Failure('BAD_INPUT', {}, [{ path: 'after', rule: 'INVALID' }]);
    const { session, seat } = await access.toRead(context.viewer, context.site.id, sessionId);
    const leave = seat ? await seats().attend(seat) : () => undefined;
    return { leave, look: shower(context, session, seat), stream: sessionStream(sessionId), session };
  }

  async function subscribe(context: Context, sessionId: string, after: number): Promise<AsyncIterable<EventRow>> {
    const { leave, look, stream } = await open(context, sessionId, after);
    return visible(tails.follow(stream, after), leave, look);
  }

  /**
   * The same stream for clients that can't open a socket: the next events, or none after a timeout. The seat is
   * connected during the request and for a moment after it, in which the next one follows.
   */
  async function step(context: Context, sessionId: string, after: number): Promise<EventStep> {
    const { leave, look, stream, session } = await open(context, sessionId, after);
    const waiter = hub.listen(stream);
    try {
      let rows = await events.read(stream, after, LIMITS.eventsStep);
      if (rows.length === 0 && session.state !== 'ENDED') {
        await inTime(waiter.next());
        rows = await events.read(stream, after, LIMITS.eventsStep);
      }
      const shown: EventStep = { events: [], lastSeq: after, isOver: rows.length === 0 && session.state === 'ENDED' };
      const lookAt = await look();
      for (const row of rows) {
        const { isShown, isLast } = lookAt(row);
        if (isShown) shown.events.push(row);
        shown.lastSeq = row.seq;
        if (isLast) return { ...shown, isOver: true };
      }
      return shown;
    } finally {
      waiter.close();
      setTimeout(leave, LIMITS.eventsGap).unref();
    }
  }

  /**
   * Events are filtered for the viewer as they are delivered: somebody who waited may have been seated since. A
   * colleague whose seat is closed gets that event, and nothing after it, unless the account may read the session
   * anyway.
   */
  function shower({ viewer, site }: Context, session: SessionRow, seat: Seat | null) {
    const isReader = mayRead(viewer, site.id, session, null);
    return async () => {
      const now = seat && (await seats().find(viewer, session.id));
      const isClosed = seat !== null && now === null && !isReader;
      const as = isClosed ? { ...seat, state: 'LEFT' as const } : now;
      return (row: EventRow): { isShown: boolean; isLast: boolean } => ({
        isShown: views.isVisible(row, as),
        isLast: isClosed || row.type === 'sessions.ended',
      });
    };
  }

  function visible(rows: AsyncGenerator<EventRow, void>, leave: () => void, look: ReturnType<typeof shower>) {
    async function* shown(): AsyncGenerator<EventRow, void> {
      for await (const row of rows) {
        const { isShown, isLast } = (await look())(row);
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
  return { subscribe, step };
}

/** Resolves when an event has come, or at the timeout. */
function inTime(wake: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, LIMITS.eventsWait)));
  return Promise.race([wake, late]).finally(() => clearTimeout(timer));
}
export type SessionEvents = ReturnType<typeof createSessionEvents>;
