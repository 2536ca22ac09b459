import { LIMITS, type InvitationChannel, type Locale } from '@tandem/domain';
import { PATHS } from '@tandem/contract';
import { after } from '../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../platform/crypto/index.js';
import { SYSTEM, type EventActor } from '../../platform/events/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Participants } from '../participants/index.js';
import { actorOf, sessionStream, type SessionRow, type Sessions } from '../sessions/index.js';
import { composeMail, composeMessage, type InvitationFacts } from './invitation-texts.js';
import type { InvitationRow, InvitationsRepo } from './invitations.repo.js';
import type { CreateInvitationLinkInput, InviteByEmailInput } from './invitations.types.js';

interface Deps extends Platform {
  repo: InvitationsRepo;
  sessions: Sessions;
  participants: Participants;
  mail: MailService;
  changed: StateChange;
}
/** Moves an invitation by its table of states and writes the event. @returns false when the table doesn't allow it */
export type StateChange = (
  tx: Tx,
  row: InvitationRow,
  state: InvitationRow['state'],
  actor: EventActor,
  change?: Parameters<InvitationsRepo['move']>[3],
) => Promise<boolean>;

interface Letter {
  invitation: InvitationRow;
  token: string;
  session: SessionRow;
  csrName: string;
}

interface ChangeDeps extends Platform {
  repo: InvitationsRepo;
  sessions: Sessions;
}
export function createStateChange({ events, repo, sessions }: ChangeDeps): StateChange {
  return async (tx, { id, sessionId, siteId }, state, actor, change) => {
    const session = await sessions.lock(tx, sessionId);
    if (!(await repo.move(tx, id, state, change))) return false;
    if (session?.state === 'ENDED') return true; // its log is closed: what was under way ends without an event
    const payload = { invitationId: id, state };
    await events.append(tx, { stream: sessionStream(sessionId), siteId, type: 'invitations.changed', actor, payload });
    return true;
  };
}

/** For good, and this mail: not a server that is busy, or doesn't want us at all. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/** Invites a customer: by a mail that we send, or by a link that the CSR hands over. */
export function createInvite({ events, clock, log, repo, sessions, participants, mail, changed }: Deps) {
  const factsOf = ({ site, origin }: Context, { invitation, token, session, csrName }: Letter): InvitationFacts => ({
    siteName: site.name,
    csrName,
    guestName: invitation.name,
    url: origin + PATHS.invitation(token),
    joinAddress: origin,
    number: session.number,
  });

  function write(
    context: Context,
    channel: InvitationChannel,
    input: { sessionId: string; name?: string; locale: Locale; email?: string },
  ): Promise<Letter> {
    return events.transaction(async (tx) => {
      const { session, seat } = await sessions.access.toAct(tx, context.viewer, input.sessionId, 'csr');
      const token = newToken();
      const now = clock.now();
      const invitation: InvitationRow = {
        id: newId(),
        siteId: session.siteId,
        sessionId: session.id,
        channel,
        state: channel === 'EMAIL' ? 'SENDING' : 'SENT',
        email: input.email?.trim() ?? null,
        name: input.name?.trim() ?? '',
        locale: input.locale,
        tokenHash: hashToken(token),
        createdById: seat.participantId,
        createdAt: now,
        expiresAt: after(now, LIMITS.invitationLife),
        spentAt: null,
        failure: null,
      };
      await repo.create(tx, invitation);
      const payload = { invitationId: invitation.id, state: invitation.state };
      const common = { stream: sessionStream(session.id), siteId: session.siteId, actor: actorOf(seat) };
      await events.append(tx, { ...common, type: 'invitations.changed', payload });
      const csrName = (await participants.find(seat.participantId, tx))!.name;
      return { invitation, token, session, csrName };
    });
  }

  /** Hands the mail over and writes down how that went. Nobody waits for it: the session goes on meanwhile. */
  async function deliver(context: Context, letter: Letter): Promise<void> {
    const { invitation } = letter;
    let failure: string | null = null;
    try {
      const content = composeMail(invitation.locale, factsOf(context, letter));
      await mail.send({ to: { name: invitation.name, address: invitation.email! }, ...content });
    } catch (error) {
      failure = isRefusal(error) ? 'MAIL_REFUSED' : 'MAIL_UNREACHABLE';
      log.warn({ err: error, invitation: invitation.id }, 'a mail could not be handed over');
    }
    await events.transaction(async (tx) => {
      const now = await repo.find(invitation.id, tx);
      const isSentAnew = !now || Buffer.compare(now.tokenHash, invitation.tokenHash) !== 0;
      if (!isSentAnew) await changed(tx, invitation, failure ? 'FAILED' : 'SENT', SYSTEM, { failure });
    });
  }
  const deliverLater = (context: Context, letter: Letter) =>
    void deliver(context, letter).catch((error: unknown) =>
      log.error({ err: error }, 'the fate of a mail was not written down'),
    );

  return {
    async byEmail(context: Context, input: InviteByEmailInput): Promise<InvitationRow> {
      const letter = await write(context, 'EMAIL', input);
      deliverLater(context, letter);
      return letter.invitation;
    },
    async byLink(context: Context, input: CreateInvitationLinkInput) {
      const letter = await write(context, 'LINK', input);
      const facts = factsOf(context, letter);
      return { invitation: letter.invitation, url: facts.url, message: composeMessage(input.locale, facts) };
    },
    /** Sends a failed mail again, with a new token: the old one was never kept. */
    async retry(context: Context, id: string): Promise<InvitationRow> {
      const letter = await events.transaction(async (tx): Promise<Letter> => {
        const row = await repo.find(id, tx);
        if (!row || row.siteId !== context.site.id) throw new Failure('NOT_FOUND');
        const { session, seat } = await sessions.access.toAct(tx, context.viewer, row.sessionId, 'csr');
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
      deliverLater(context, letter);
      return letter.invitation;
    },
  };
}
export type Invite = ReturnType<typeof createInvite>;
