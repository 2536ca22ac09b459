import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { ParticipantRow, Participants } from '../../session/participants/index.js';
import type { SessionRow, Sessions } from '../../session/sessions/index.js';
import type { StateChange } from './change-state.js';
import { PENDING, type InvitationRow, type InvitationsRepo } from './invitations.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  changed: StateChange;
}

/** A colleague's answer. Only the invited account can answer. */
export function createAnswerInvitation({ events, clock, repo, sessions, participants, changed }: Deps) {
  async function held(tx: Tx, context: Context, id: string): Promise<{ row: InvitationRow; session: SessionRow }> {
    const found = await repo.find(id, tx);
    const isMine = found?.userId === staffOf(context).userId && found.siteId === context.site.id;
    const session = isMine ? await sessions.lock(tx, found.sessionId) : null;
    if (!isMine || !session) throw new Failure('NOT_FOUND');
    if (session.state === 'ENDED') throw new Failure('SESSION_ENDED');
    return { row: (await repo.find(id, tx))!, session };
  }
  const isOpen = ({ state, expiresAt }: InvitationRow) => PENDING.includes(state) && expiresAt > clock.now();

  return {
    /** Takes the seat; a second call returns the same seat. */
    accept: (context: Context, id: string): Promise<{ session: SessionRow; participant: ParticipantRow }> =>
      events.transaction(async (tx) => {
        const { row, session } = await held(tx, context, id);
        const { userId } = staffOf(context);
        if (isOpen(row)) {
          await changed(tx, row, 'JOINING', { kind: 'STAFF', id: null }, { spentAt: clock.now() });
          const how = { rights: row.rights, invitationId: row.id };
          return { session, participant: await participants.enter(tx, session, userId, how) };
        }
        const own = await participants.queries.findOwn(context.viewer, session.id, tx);
        if (!own)
          throw new Failure(row.state === 'EXPIRED' || !row.spentAt ? 'INVITATION_EXPIRED' : 'INVITATION_SPENT');
        return { session, participant: own };
      }),
    decline: (context: Context, id: string): Promise<InvitationRow> =>
      events.transaction(async (tx) => {
        const { row } = await held(tx, context, id);
        await changed(tx, row, 'DECLINED', { kind: 'STAFF', id: null });
        return (await repo.find(id, tx))!;
      }),
  };
}
export type AnswerInvitation = ReturnType<typeof createAnswerInvitation>;
