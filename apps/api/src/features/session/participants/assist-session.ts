import { FIRST_RIGHTS, parseSessionNumber, type SeatRight } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { SessionRow, Sessions } from '../sessions/index.js';
import type { Users } from '../../site/users/index.js';
import type { GuessGuard } from './guess-guard.js';
import { seatOfAccount, type ParticipantRow, type ParticipantsRepo } from './participants.repo.js';
import type { TakeSeat } from './take-seat.js';

interface Deps extends Uses<'events'> {
  repo: ParticipantsRepo;
  sessions: Sessions;
  users: Users;
  takeSeat: TakeSeat;
  findByNumber: GuessGuard;
}

/** A colleague joins as an assistant: muted, with the right to see. By the session's number, or by an invitation. */
export function createAssistSession({ events, repo, sessions, users, takeSeat, findByNumber }: Deps) {
  /** A removed colleague waits until the primary CSR admits them; in a locked session everybody does. */
  async function mustWait(tx: Tx, session: SessionRow, userId: string): Promise<boolean> {
    const rows = await repo.listBySessions([session.id], tx);
    return session.isLocked || rows.some((row) => row.userId === userId && row.state === 'REMOVED');
  }

  /** Creates an assistant's seat, or returns the existing one. */
  async function enter(
    tx: Tx,
    session: SessionRow,
    userId: string,
    how: { rights?: readonly SeatRight[]; invitationId?: string } = {},
  ): Promise<ParticipantRow> {
    const own = seatOfAccount(await repo.listByUser(session.id, userId, tx), userId);
    if (own) return own;
    const { name, locale } = (await users.find(userId, tx))!;
    const isWaiting = await mustWait(tx, session, userId);
    return takeSeat(tx, session, {
      role: 'ASSISTANT',
      state: isWaiting ? 'WAITING' : 'SEATED',
      userId,
      name,
      locale,
      rights: [...(how.rights ?? FIRST_RIGHTS)],
      invitationId: how.invitationId ?? null,
    });
  }

  return {
    enter,
    async byNumber(context: Context, number: string): Promise<{ session: SessionRow; participant: ParticipantRow }> {
      const digits = parseSessionNumber(number);
      if (!digits) throw new Failure('BAD_INPUT', {}, [{ path: 'number', rule: 'INVALID' }]);
      const { id } = await findByNumber(context, digits);
      return events.transaction(async (tx) => {
        const session = (await sessions.lock(tx, id))!;
        if (session.state === 'ENDED') throw new Failure('SESSION_NUMBER_WRONG');
        return { session, participant: await enter(tx, session, staffOf(context).userId) };
      });
    },
  };
}
export type AssistSession = ReturnType<typeof createAssistSession>;
