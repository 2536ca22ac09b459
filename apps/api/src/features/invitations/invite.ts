import { LIMITS } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { hashToken, newToken } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Participants } from '../participants/index.js';
import { actorOf, type Sessions } from '../sessions/index.js';
import type { StateChange } from './change-state.js';
import type { Deliver } from './deliver.js';
import type { LinkLetter } from './link-letter.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';
import type { CreateInvitationLinkInput, InviteByEmailInput } from './invitations.types.js';
import type { Letter, WriteInvitation } from './write-invitation.js';

interface Deps extends Platform {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  changed: StateChange;
  write: WriteInvitation;
  deliver: Deliver;
  linkLetter: LinkLetter;
}

/** Invites a customer: by a mail that we send, or by a link that the CSR hands over. */
export function createInvite({
  events,
  clock,
  repo,
  sessions,
  participants,
  changed,
  write,
  deliver,
  linkLetter,
}: Deps) {
  return {
    async byEmail(context: Context, input: InviteByEmailInput): Promise<InvitationRow> {
      const letter = await write(context, 'invite', 'EMAIL', input);
      deliver(context, letter);
      return letter.invitation;
    },
    async byLink(context: Context, input: CreateInvitationLinkInput) {
      const letter = await write(context, 'invite', 'LINK', input);
      return linkLetter(context, letter, 'SESSION_MESSAGE');
    },
    /** Sends a failed mail again, with a new token: the old one was never kept. */
    async retry(context: Context, id: string): Promise<InvitationRow> {
      const letter = await events.transaction(async (tx): Promise<Letter> => {
        const row = await repo.find(id, tx);
        if (!row || row.siteId !== context.site.id) throw new Failure('NOT_FOUND');
        const { session, seat } = await sessions.access.toAct(tx, context.viewer, row.sessionId, 'invite');
        const token = newToken();
        const change = {
          failure: null,
          tokenHash: hashToken(token),
          expiresAt: after(clock.now(), LIMITS.invitationLife),
        };
        if (!(await changed(tx, row, 'SENDING', actorOf(seat), change))) throw new Failure('ALREADY_ANSWERED');
        const csrName = (await participants.find(seat.participantId, tx))!.name;
        return { invitation: (await repo.find(id, tx))!, token, session, csrName };
      });
      deliver(context, letter);
      return letter.invitation;
    },
  };
}
export type Invite = ReturnType<typeof createInvite>;
