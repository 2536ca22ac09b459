import type { ParticipantRole } from '@tandem/domain';
import { SYSTEM } from '../../platform/events/index.js';
import type { Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Templates } from '../templates/index.js';
import type { StateChange } from './change-state.js';
import { factsOf } from './invitation-facts.js';
import type { InvitationsRepo } from './invitations.repo.js';
import type { Letter } from './write-invitation.js';

interface Deps extends Platform {
  repo: InvitationsRepo;
  mail: MailService;
  templates: Templates;
  changed: StateChange;
}

/** For good, and this mail: not a server that is busy, or doesn't want us at all. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}

const kindOf = (role: ParticipantRole) => {
  if (role === 'ASSISTANT') return 'COLLEAGUE_INVITATION';
  return role === 'GUEST_EXPERT' ? 'EXPERT_INVITATION' : 'SESSION_INVITATION';
};

/** Hands mails over and writes down how that went. Nobody waits for it: the session goes on meanwhile. */
export function createDeliver({ events, log, repo, mail, templates, changed }: Deps) {
  async function deliver(context: Context, letter: Letter): Promise<void> {
    const { invitation } = letter;
    let failure: string | null = null;
    try {
      const { siteId, locale, role } = invitation;
      const where = { siteId, origin: context.origin };
      const { subject, text, html } = await templates.write(
        where,
        { kind: kindOf(role), locale },
        factsOf(context, letter),
      );
      await mail.send({ to: { name: invitation.name, address: invitation.email! }, subject, text, html });
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
