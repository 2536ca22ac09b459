import { LIMITS, type InvitationChannel, type Locale, type ParticipantRole, type SeatRight } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Deliver } from './deliver.js';
import type { Letter } from './letter.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  mail: MailService;
  deliver: Deliver;
}
/** The recipient, and the participant role; a customer by default. */
export interface Invited {
  sessionId: string;
  locale: Locale;
  name?: string | undefined;
  email?: string | undefined;
  role?: ParticipantRole;
  rights?: readonly SeatRight[];
  userId?: string;
  organisation?: string | undefined;
}

const FIRST_STATES = { LINK: 'READY', CONSOLE: 'SENT', EMAIL: 'SENDING' } as const;

/** Creates an invitation and its mail, with the session locked. */
export function createWriteInvitation(deps: Deps) {
  const { events, clock, repo, sessions, participants, mail, deliver } = deps;
  return async (
    context: Context,
    act: 'invite' | 'inviteColleague',
    channel: InvitationChannel,
    invited: Invited,
  ): Promise<Letter> => {
    const role = invited.role ?? 'PRIMARY_CUSTOMER';
    const post = channel === 'EMAIL' ? await deliver(context, { role, locale: invited.locale }) : null;
    const letter = await events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, context.viewer, invited.sessionId, act);
      const token = newToken();
      const now = clock.now();
      const invitation: InvitationRow = {
        id: newId(),
        siteId: session.siteId,
        sessionId: session.id,
        channel,
        state: post && !mail.canSend ? 'NOT_SENT' : FIRST_STATES[channel],
        role,
        rights: [...(invited.rights ?? [])],
        userId: invited.userId ?? null,
        organisation: invited.organisation || null,
        email: invited.email ?? null,
        name: invited.name ?? '',
        locale: invited.locale,
        tokenHash: hashToken(token),
        createdById: seat.participantId,
        createdAt: now,
        expiresAt: after(now, LIMITS.invitationLife),
        spentAt: null,
        failure: null,
        mailId: null,
      };
      await repo.create(tx, invitation);
      const payload = { invitationId: invitation.id, state: invitation.state };
      await sessions.log(tx, { session, seat }, 'invitations.changed', payload);
      const csrName = (await participants.find(seat.participantId, tx))!.name;
      const written: Letter = { invitation, token, session, csrName };
      await post?.(tx, written);
      return written;
    });
    if (post) mail.kick();
    return letter;
  };
}
export type WriteInvitation = ReturnType<typeof createWriteInvitation>;
