import { PATHS } from '@tandem/contract';
import { LIMITS, type Locale } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../../platform/crypto/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Blank, Templates } from '../templates/index.js';
import type { UserRow } from '../../site/users/index.js';
import type { StaffRepo } from './staff.repo.js';

interface Deps extends Uses<'clock'> {
  repo: StaffRepo;
  mail: MailService;
  templates: Templates;
}
/** A link with its token, which is not stored. */
export interface StaffLetter {
  linkId: string;
  user: UserRow;
  url: string;
  mailId: string;
}
/** The account that requested it; null for a forgotten password. */
export interface AskedBy {
  id: string | null;
  /** With a name it is an invitation, else a link to choose a new password. */
  inviter: string | null;
}
/**
 * Stores a link and its mail, in the transaction of the change that needs it. Older links of the account are
 * invalidated, unless anybody could have requested this one.
 */
export type WriteLink = (tx: Tx, user: UserRow, by: AskedBy) => Promise<StaffLetter>;

/** How long a request waits for the result of the delivery; it then answers without it. */
const TOLD_WITHIN = 3000;
const DAY = 24 * 3_600_000;

/** Links to choose a password: stored as a hash, and sent by mail. */
export function createSendLink({ clock, repo, mail, templates }: Deps) {
  mail.own(['STAFF_INVITATION', 'PASSWORD_LINK'], {
    isWanted: async ({ refId }) => refId !== null && (await repo.isOpen(refId, clock.now())),
  });

  async function blanksOf(siteId: string, locale: Locale) {
    return {
      invitation: await templates.blank(siteId, 'STAFF_INVITATION', locale),
      password: await templates.blank(siteId, 'PASSWORD_LINK', locale),
    };
  }
  function textOf(
    blanks: { invitation: Blank<'STAFF_INVITATION'>; password: Blank<'PASSWORD_LINK'> },
    facts: { site: string; name: string; email: string; link: string },
    inviter: string | null,
  ) {
    return inviter
      ? blanks.invitation.fill({ ...facts, inviter, days: String(LIMITS.staffInvitationLife / DAY) })
      : blanks.password.fill({ ...facts, minutes: String(LIMITS.passwordLinkLife / 60_000) });
  }

  return {
    /** Reads the templates of these languages, before the transaction that writes the mails. */
    async prepare({ site }: Context, locales: Iterable<Locale>): Promise<WriteLink> {
      const each = [...new Set(locales)].map(async (locale) => [locale, await blanksOf(site.id, locale)] as const);
      const blanks = new Map(await Promise.all(each));
      return async (tx, user, { id: createdById, inviter }) => {
        const token = newToken();
        const now = clock.now();
        const id = newId();
        const { id: userId, siteId, name, email, locale } = user;
        // somebody may have requested a forgotten password twice, and use either link; requests by strangers invalidate
        // none
        if (createdById) await mail.removeUnsent(tx, await repo.removeLinks(tx, userId));
        const expiresAt = after(now, inviter ? LIMITS.staffInvitationLife : LIMITS.passwordLinkLife);
        const link = { id, siteId, userId, createdById, createdAt: now, expiresAt, usedAt: null };
        await repo.createLink(tx, { ...link, tokenHash: hashToken(token) });
        const own = blanks.get(locale)!;
        const url = own.password.origin + PATHS.welcome(token);
        const { subject, text, html } = textOf(own, { site: site.name, name, email, link: url }, inviter);
        const kind = inviter ? 'STAFF_INVITATION' : 'PASSWORD_LINK';
        const about = { siteId, kind, refId: id, askedById: createdById, until: expiresAt } as const;
        const to = { name, address: email };
        const { id: mailId } = await mail.enqueue(tx, { ...about, to, subject, text, html });
        return { linkId: id, user, url, mailId };
      };
    },
    /** After the commit. Resolves when the mail server has accepted or refused them, or after a timeout. */
    async deliver(letters: StaffLetter[]): Promise<void> {
      mail.kick();
      const last = letters.at(-1);
      if (last) await mail.fateWithin(last.mailId, TOLD_WITHIN);
    },
  };
}
export type SendLink = ReturnType<typeof createSendLink>;
