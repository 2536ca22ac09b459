import { LIMITS } from '@tandem/domain';
import { after, secondsBetween } from '../../../platform/clock/index.js';
import { SYSTEM } from '../../../platform/events/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Seat, Sessions } from '../sessions/index.js';
import { ifWaiting } from './participants.events.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

interface Deps extends Uses<'clock' | 'log' | 'events'> {
  repo: ParticipantsRepo;
  sessions: Sessions;
}

/**
 * Tracks who is connected. A seat is connected while it has an open stream; a loss becomes an event after a short grace
 * period, and a primary CSR's long absence another one. Absence ends nothing.
 */
export function createPresence({ events, clock, log, repo, sessions }: Deps) {
  const streams = new Map<string, number>();
  /** Seats whose disconnection is being written. */
  const losing = new Set<Promise<void>>();
  let isStopped = false;

  /** Changes a live seat of a live session, with the session locked. */
  function change(
    seat: Pick<Seat, 'participantId' | 'sessionId'>,
    work: (tx: Tx, row: ParticipantRow) => Promise<void>,
  ): Promise<void> {
    return events.transaction(async (tx) => {
      const session = await sessions.lock(tx, seat.sessionId);
      const row = await repo.find(seat.participantId, tx);
      const isLive = row?.state === 'SEATED' || row?.state === 'WAITING';
      if (row && isLive && session?.state !== 'ENDED') await work(tx, row);
    });
  }

  const lose = (seat: Pick<Seat, 'participantId' | 'sessionId'>, lostAt: Date) =>
    change(seat, async (tx, row) => {
      if (streams.get(row.id) || row.lostAt) return;
      await repo.update(tx, row.id, {
        lostAt,
        disconnectDueAt: after(lostAt, LIMITS.disconnectGrace),
        awayDueAt: row.role === 'PRIMARY_CSR' ? after(lostAt, LIMITS.csrAway) : null,
      });
    });

  async function arrive(seat: Seat): Promise<void> {
    const row = await repo.find(seat.participantId);
    if (row?.isConnected && !row.lostAt) return; // another window of the same seat
    await change(seat, async (tx, { id, siteId, state, isConnected, lostAt }) => {
      await repo.update(tx, id, {
        isConnected: true,
        lostAt: null,
        disconnectDueAt: null,
        awayDueAt: null,
        isAway: false,
      });
      if (isConnected || !lostAt) return;
      const awaySeconds = secondsBetween(lostAt, clock.now());
      const payload = { participantId: id, awaySeconds, ...ifWaiting(state) };
      await sessions.log(tx, { sessionId: seat.sessionId, siteId, seat }, 'participants.reconnected', payload);
    });
  }

  async function reportDisconnects(): Promise<void> {
    for (const due of await repo.listDue('disconnectDueAt', clock.now()))
      await change(
        { participantId: due.id, sessionId: due.sessionId },
        async (tx, { id, siteId, sessionId, state, lostAt, disconnectDueAt }) => {
          if (!lostAt || !disconnectDueAt || disconnectDueAt > clock.now()) return;
          await repo.update(tx, id, { isConnected: false, disconnectDueAt: null });
          const payload = { participantId: id, lostAt: lostAt.toISOString(), ...ifWaiting(state) };
          await sessions.log(tx, { sessionId, siteId, actor: SYSTEM }, 'participants.disconnected', payload);
        },
      );
  }

  async function reportAbsences(): Promise<void> {
    for (const due of await repo.listDue('awayDueAt', clock.now()))
      await change(
        { participantId: due.id, sessionId: due.sessionId },
        async (tx, { id, siteId, sessionId, awayDueAt }) => {
          if (!awayDueAt || awayDueAt > clock.now()) return;
          await repo.update(tx, id, { isAway: true, awayDueAt: null });
          await sessions.log(tx, { sessionId, siteId, actor: SYSTEM }, 'participants.away', { participantId: id });
        },
      );
  }

  return {
    /** @returns a function to call when the stream ends */
    async attend(seat: Seat): Promise<() => void> {
      streams.set(seat.participantId, (streams.get(seat.participantId) ?? 0) + 1);
      await arrive(seat);
      return () => {
        const left = (streams.get(seat.participantId) ?? 1) - 1;
        if (left > 0) return void streams.set(seat.participantId, left);
        streams.delete(seat.participantId);
        if (isStopped) return; // the next start checks all seats
        const line = lose(seat, clock.now())
          .catch((error: unknown) => log.error({ err: error }, 'a lost seat was not written down'))
          .finally(() => losing.delete(line));
        losing.add(line);
      };
    },
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(losing);
    },
    /**
     * After a start nobody is connected yet: a seat that does not reconnect in time counts as disconnected since then.
     * Seats that were disconnected before get that time too: while the server was down nobody could reconnect.
     */
    async resume(): Promise<void> {
      for (const { id, sessionId } of await repo.listUnattended())
        await lose({ participantId: id, sessionId }, clock.now());
      await repo.postpone(after(clock.now(), LIMITS.disconnectGrace));
    },
    async sweep(): Promise<void> {
      await reportDisconnects();
      await reportAbsences();
    },
  };
}
