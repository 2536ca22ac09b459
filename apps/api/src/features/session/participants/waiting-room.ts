import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { SYSTEM } from '../../../platform/events/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { SessionRow, Sessions } from '../sessions/index.js';
import { CLOSED } from './closed-seat.js';
import { ifWaiting } from './participants.events.js';
import type { ParticipantRow, ParticipantsRepo } from './participants.repo.js';

const HOUR = 3_600_000;

function full(limit: number, retryAfterSeconds: number): never {
  throw new Failure('DOOR_FULL', { limit, retryAfterSeconds });
}

/** Limits how many may wait for admission to a session: as many as a CSR can handle, not what a machine can send. */
export function createWaitingRoom({
  clock,
  throttle,
  repo,
  sessions,
}: Uses<'clock' | 'throttle'> & { repo: ParticipantsRepo; sessions: Sessions }) {
  /** Gives the place of a disconnected person to the next one. */
  async function makeRoom(tx: Tx, session: SessionRow, waiting: ParticipantRow[]): Promise<void> {
    const gone = waiting.find(({ isConnected }) => !isConnected);
    if (!gone) return full(LIMITS.waitingPerSession, 60);
    await repo.move(tx, gone.id, 'LEFT', { leftAt: clock.now(), ...CLOSED });
    const payload = { participantId: gone.id, ...ifWaiting(gone.state) };
    await sessions.log(tx, { session, actor: SYSTEM }, 'participants.left', payload);
  }

  return {
    /** Counts newcomers by address. @returns a function that takes the count back. @throws DOOR_FULL */
    async count(sessionId: string, address: string): Promise<() => Promise<void>> {
      const key = `door:${sessionId}:${address}`;
      const budget = { key, limit: LIMITS.newcomersPerAddress, window: LIMITS.guessWindow };
      const { isAllowed, secondsLeft } = await throttle.take(budget);
      if (!isAllowed) return full(budget.limit, secondsLeft);
      return () => throttle.refund(key);
    },
    /** Reserves a place in the waiting room, with the session locked. @throws DOOR_FULL */
    async find(tx: Tx, session: SessionRow): Promise<void> {
      const since = after(clock.now(), -HOUR);
      if ((await repo.countNewcomers(tx, session.id, since)) >= LIMITS.newcomersPerHour)
        full(LIMITS.newcomersPerHour, HOUR / 1000);
      const waiting = await repo.listWaiting(tx, session.id);
      if (waiting.length >= LIMITS.waitingPerSession) await makeRoom(tx, session, waiting);
    },
  };
}
export type WaitingRoom = ReturnType<typeof createWaitingRoom>;
