import { PATHS } from '@tandem/contract';
import { SYSTEM } from '../../platform/events/index.js';
import type { Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { StateChange } from './change-state.js';
import { composeHelperMail } from './helper-texts.js';
import { composeMail, type InvitationFacts } from './invitation-texts.js';
import type { InvitationsRepo } from './invitations.repo.js';
import type { Letter } from './write-invitation.js';

interface Deps extends Platform {
  repo: InvitationsRepo;
  mail: MailService;
  changed: StateChange;
}

/** For good, and this mail: not a server that is busy, or doesn't want us at all. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

/** What a letter says. A colleague's leads into the console: the account is the key, not the link. */
export function factsOf({ site, origin }: Context, { invitation, token, session, csrName }: Letter): InvitationFacts {
  const path = invitation.userId ? PATHS.assist(invitation.id) : PATHS.invitation(token);
  return {
    siteName: site.name,
    csrName,
    guestName: invitation.name,
    url: origin + path,
    joinAddress: origin,
    number: session.number,
  };
}

/** Hands mails over and writes down how that went. Nobody waits for it: the session goes on meanwhile. */
export function createDeliver({ events, log, repo, mail, changed }: Deps) {
  async function deliver(context: Context, letter: Letter): Promise<void> {
    const { invitation } = letter;
    let failure: string | null = null;
    try {
      const { locale, role } = invitation;
      const facts = factsOf(context, letter);
      const content =
        role === 'ASSISTANT' || role === 'GUEST_EXPERT'
          ? composeHelperMail(locale, role, facts)
          : composeMail(locale, facts);
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
  return (context: Context, letter: Letter) =>
    void deliver(context, letter).catch((error: unknown) =>
      log.error({ err: error }, 'the fate of a mail was not written down'),
    );
}
export type Deliver = ReturnType<typeof createDeliver>;
