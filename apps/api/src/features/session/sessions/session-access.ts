import { mayAct, type SessionAct } from '@tandem/domain';
import type { Tx, Uses } from '../../../platform/index.js';
import { Failure, type Viewer } from '../../../platform/graphql/index.js';
import { isSeated, type Seat, type SeatPort } from './seat.js';
import { sessionStream } from './sessions.events.js';
import { mayRead, QUIET } from './sessions.policy.js';
import type { SessionRow, SessionsRepo } from './sessions.repo.js';

export interface Attendance {
  session: SessionRow;
  seat: Seat;
}
export interface ReadAccess {
  session: SessionRow;
  seat: Seat | null;
}
interface Deps extends Uses<'clock' | 'events'> {
  repo: SessionsRepo;
  seats: () => SeatPort;
}

/** Loads what every act in a session needs, and rejects viewers who may not act. */
export function createSessionAccess({ repo, seats, events, clock }: Deps) {
  /**
   * The session's announced end has passed without any event since the announcement: only the sweep has not run yet.
   */
  async function isOver(tx: Tx, { id, endDueAt, warnedSeq }: SessionRow): Promise<boolean> {
    if (!endDueAt || endDueAt > clock.now()) return false;
    const newest = await events.newest(tx, sessionStream(id), QUIET);
    return (newest?.seq ?? 0) <= warnedSeq!;
  }

  /**
   * Locks the session for an act, and checks that the viewer sits in it with a role that may do it.
   * @throws NOT_FOUND, SESSION_ENDED, SEAT_CLOSED, FORBIDDEN
   */
  async function toAct(tx: Tx, viewer: Viewer, sessionId: string, act: SessionAct): Promise<Attendance> {
    const session = await repo.lock(tx, sessionId);
    const seat = session && (await seats().find(viewer, sessionId, tx));
    const isKnown = seat || (session && viewer.kind === 'staff' && session.startedById === viewer.userId);
    if (!session || !isKnown) throw new Failure('NOT_FOUND');
    if (session.state === 'ENDED' || (await isOver(tx, session))) throw new Failure('SESSION_ENDED');
    if (!isSeated(seat)) throw new Failure(seat?.state === 'WAITING' ? 'FORBIDDEN' : 'SEAT_CLOSED');
    if (!mayAct(seat, act)) throw new Failure('FORBIDDEN');
    return { session, seat };
  }

  return {
    isOver,
    /**
     * @param findSeat of the viewer; fields pass the shared loader
     * @throws NOT_FOUND also for what the viewer may not see, so that existence is not revealed
     */
    async toRead(
      viewer: Viewer,
      siteId: string,
      sessionId: string,
      findSeat: () => Promise<Seat | null> = () => seats().find(viewer, sessionId),
    ): Promise<ReadAccess> {
      const session = await repo.find(sessionId);
      const seat = session && (await findSeat());
      if (!session || !mayRead(viewer, siteId, session, seat ?? null)) throw new Failure('NOT_FOUND');
      return { session, seat: seat ?? null };
    },
    toAct,
    /**
     * Changes a row of a session: it is read again once the session is locked, and returned as it is after the change.
     * @throws NOT_FOUND when there is no row, and as `toAct`
     */
    changeRow: <Row extends { sessionId: string }>(
      viewer: Viewer,
      act: SessionAct,
      find: (tx: Tx) => Promise<Row | null>,
      work: (tx: Tx, row: Row, by: Attendance) => Promise<void>,
    ): Promise<Row> =>
      events.transaction(async (tx) => {
        const found = await find(tx);
        if (!found) throw new Failure('NOT_FOUND');
        const by = await toAct(tx, viewer, found.sessionId, act);
        await work(tx, (await find(tx))!, by);
        return (await find(tx))!;
      }),
  };
}
export type SessionAccess = ReturnType<typeof createSessionAccess>;
