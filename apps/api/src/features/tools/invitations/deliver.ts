import type { Locale, ParticipantRole } from '@tandem/domain';
import { SYSTEM } from '../../../platform/events/index.js';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { MailRow, MailService } from '../../site/mail/index.js';
import { sessionIdOf, type Sessions } from '../../session/sessions/index.js';
import type { Templates } from '../../administration/templates/index.js';
import type { StateChange } from './change-state.js';
import { factsOf } from './invitation-facts.js';
import type { InvitationsRepo } from './invitations.repo.js';
import type { Letter } from './letter.js';

interface Deps extends Uses<'relay'> {
  repo: InvitationsRepo;
  mail: MailService;
  templates: Templates;
  sessions: Sessions;
  changed: StateChange;
}
/** Enqueues the mail of an invitation. @returns the resulting state of the invitation */
export type Post = (tx: Tx, letter: Letter) => Promise<'SENDING' | 'NOT_SENT'>;

const KINDS = ['SESSION_INVITATION', 'COLLEAGUE_INVITATION', 'EXPERT_INVITATION'] as const;
const kindOf = (role: ParticipantRole) => {
  if (role === 'ASSISTANT') return 'COLLEAGUE_INVITATION';
  return role === 'GUEST_EXPERT' ? 'EXPERT_INVITATION' : 'SESSION_INVITATION';
};

/** Sends invitations by the mail queue, and follows the state of their mails. */
export function createDeliver({ relay, repo, mail, templates, sessions, changed }: Deps) {
  /** Whether a mail is still the newest of its invitation, and the invitation can still be used. */
  async function isWanted({ id, refId }: MailRow): Promise<boolean> {
    const row = refId ? await repo.find(refId) : null;
    if (row?.mailId !== id || row.spentAt) return false;
    return (await sessions.find(row.sessionId))?.state !== 'ENDED';
  }
  mail.own([...KINDS], {
    isWanted,
    async settled(tx, { id, refId }, { state, failure }) {
      const row = refId ? await repo.find(refId, tx) : null;
      if (!row) return;
      await sessions.lock(tx, row.sessionId); // sending it again locks the session too
      const now = await repo.find(row.id, tx);
      if (now?.mailId === id && now.state !== state) await changed(tx, now, state, SYSTEM, { failure });
    },
  });
  relay.on('sessions.ended', async ({ stream }) => {
    await mail.giveUp((await repo.listBySession(sessionIdOf(stream))).map(({ id }) => id));
  });

  /** Read before the transaction that creates the invitation. */
  return async function prepare(context: Context, of: { role: ParticipantRole; locale: Locale }): Promise<Post> {
    const kind = kindOf(of.role);
    const { origin, fill } = await templates.blank(context.site.id, kind, of.locale);
    const askedById = context.viewer.kind === 'staff' ? staffOf(context).userId : null;
    return async (tx, letter) => {
      const { id: refId, siteId, sessionId, name, email, expiresAt } = letter.invitation;
      if (!email) throw new Failure('BAD_INPUT', {}, [{ path: 'email', rule: 'REQUIRED' }]);
      const { subject, text, html } = fill(factsOf(context, origin, letter));
      const to = { name, address: email };
      const about = { siteId, kind, refId, sessionId, askedById, until: expiresAt } as const;
      const { id, state } = await mail.enqueue(tx, { ...about, to, subject, text, html });
      await repo.setMail(tx, refId, id);
      return state === 'NOT_SENT' ? 'NOT_SENT' : 'SENDING';
    };
  };
}
export type Deliver = ReturnType<typeof createDeliver>;
