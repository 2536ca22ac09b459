import { LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newToken } from '../../../platform/crypto/index.js';
import type { EventActor } from '../../../platform/events/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import { actorOf, type SessionRow, type Sessions } from '../../session/sessions/index.js';
import type { StateChange } from './change-state.js';
import type { Deliver } from './deliver.js';
import type { LinkLetter } from './link-letter.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';
import type { CreateInvitationLinkInput, InvitationType, InviteByEmailInput } from './invitations.types.js';
import type { Letter } from './letter.js';
import type { WriteInvitation } from './write-invitation.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  mail: MailService;
  changed: StateChange;
  write: WriteInvitation;
  deliver: Deliver;
  linkLetter: LinkLetter;
}

/** Invites a customer: by mail, or by a link that the CSR hands over. */
export function createInvite(deps: Deps) {
  const { events, clock, repo, sessions, participants, mail, changed, write, deliver, linkLetter } = deps;

  /** An invitation whose mail can't be sent is handed over as a link by the CSR. */
  async function withLink(context: Context, letter: Letter): Promise<InvitationType> {
    if (letter.invitation.state !== 'NOT_SENT') return letter.invitation;
    const kind = letter.invitation.role === 'GUEST_EXPERT' ? 'EXPERT_MESSAGE' : 'SESSION_MESSAGE';
    const { url, message } = await linkLetter(context, letter, kind);
    return { ...letter.invitation, url, message };
  }

  /** A new token and a new mail: only the hash of the old token was stored. */
  async function sendAnew(
    context: Context,
    row: InvitationRow,
    hold: (tx: Tx) => Promise<{ session: SessionRow; actor: EventActor }>,
  ): Promise<Letter> {
    const post = row.channel === 'EMAIL' ? await deliver(context, row) : null;
    const letter = await events.transaction(async (tx): Promise<Letter> => {
      const { session, actor } = await hold(tx); // without permission, the state is not revealed
      if (!post) throw new Failure('ALREADY_ANSWERED');
      const token = newToken();
      const life = { tokenHash: hashToken(token), expiresAt: after(clock.now(), LIMITS.invitationLife) };
      const now = (await repo.find(row.id, tx))!;
      if (now.state === 'NOT_SENT' && !mail.canSend) await repo.renew(tx, row.id, life);
      else if (!(await changed(tx, row, 'SENDING', actor, { failure: null, ...life })))
        throw new Failure('ALREADY_ANSWERED');
      const csrName = (await participants.find(row.createdById, tx))!.name;
      const written: Letter = { invitation: (await repo.find(row.id, tx))!, token, session, csrName };
      const state = await post(tx, written);
      if (state === 'NOT_SENT' && now.state !== 'NOT_SENT') await changed(tx, row, state, actor);
      return { ...written, invitation: (await repo.find(row.id, tx))! };
    });
    mail.kick();
    return letter;
  }

  mail.writesAgain(['SESSION_INVITATION', 'COLLEAGUE_INVITATION', 'EXPERT_INVITATION'], async (context, { refId }) => {
    const row = refId ? await repo.find(refId) : null;
    if (row?.siteId !== context.site.id) throw new Failure('ALREADY_ANSWERED');
    await sendAnew(context, row, async (tx) => {
      const session = await sessions.lock(tx, row.sessionId);
      if (!session || session.state === 'ENDED') throw new Failure('SESSION_ENDED');
      return { session, actor: { kind: 'STAFF', id: null } };
    });
  });

  return {
    byEmail: async (context: Context, input: InviteByEmailInput): Promise<InvitationType> =>
      withLink(context, await write(context, 'invite', 'EMAIL', input)),
    async byLink(context: Context, input: CreateInvitationLinkInput) {
      const letter = await write(context, 'invite', 'LINK', input);
      return linkLetter(context, letter, 'SESSION_MESSAGE');
    },
    /** Sends a mail again that was not delivered. */
    async retry(context: Context, id: string): Promise<InvitationType> {
      const row = await repo.find(id);
      if (row?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      const letter = await sendAnew(context, row, async (tx) => {
        const { session, seat } = await sessions.access.toAct(tx, context.viewer, row.sessionId, 'invite');
        return { session, actor: actorOf(seat) };
      });
      return withLink(context, letter);
    },
  };
}
export type Invite = ReturnType<typeof createInvite>;
