import { setTimeout as wait } from 'node:timers/promises';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../platform/crypto/index.js';
import type { Context } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import type { MailService } from '../mail/index.js';
import type { Templates } from '../templates/index.js';
import type { UserRow } from '../users/index.js';
import type { StaffRepo } from './staff.repo.js';

interface Deps extends Platform {
  repo: StaffRepo;
  mail: MailService;
  templates: Templates;
}
/** A link with what only this moment knows. */
export interface StaffLetter {
  linkId: string;
  user: UserRow;
  url: string;
  /** Who asked for it; null: whoever forgot a password. */
  inviter: string | null;
}

/** So long a request waits to tell how the handing over went; it goes on without it. */
const TOLD_WITHIN = 3000;
const DAY = 24 * 3_600_000;

/** Links by which somebody chooses a password: written down as a hash, and mailed. */
export function createSendLink({ clock, log, repo, mail, templates }: Deps) {
  async function hand({ site, origin }: Context, { linkId, user, url, inviter }: StaffLetter): Promise<void> {
    const { name, email, locale } = user;
    const where = { siteId: user.siteId, origin };
    const facts = { site: site.name, name, email, link: url };
    const { subject, text, html } = inviter
      ? await templates.write(
          where,
          { kind: 'STAFF_INVITATION', locale },
          { ...facts, inviter, days: String(LIMITS.staffInvitationLife / DAY) },
        )
      : await templates.write(
          where,
          { kind: 'PASSWORD_LINK', locale },
          { ...facts, minutes: String(LIMITS.passwordLinkLife / 60_000) },
        );
    try {
      await mail.send({ to: { name, address: email }, subject, text, html });
    } catch (error) {
      log.warn({ err: error, link: linkId }, 'a mail could not be handed over');
      await repo.markFailed(linkId);
    }
  }

  return {
    /** Inside the change that needs it. Older links of the account end. */
    async write(tx: Tx, user: UserRow, by: { origin: string; inviter: string | null; createdById: string | null }) {
      const token = newToken();
      const now = clock.now();
      const id = newId();
      await repo.removeLinks(tx, user.id);
      await repo.createLink(tx, {
        id,
        siteId: user.siteId,
        userId: user.id,
        tokenHash: hashToken(token),
        createdById: by.createdById,
        createdAt: now,
        expiresAt: after(now, by.inviter ? LIMITS.staffInvitationLife : LIMITS.passwordLinkLife),
        usedAt: null,
        hasFailed: false,
      });
      const letter: StaffLetter = { linkId: id, user, url: by.origin + PATHS.welcome(token), inviter: by.inviter };
      return letter;
    },
    /** After the commit. Resolves when the mail server has taken or refused it, and soon in any case. */
    async deliver(context: Context, letters: StaffLetter[]): Promise<void> {
      const all = (async () => {
        for (const letter of letters) await hand(context, letter);
      })().catch((error: unknown) => log.error({ err: error }, 'the fate of a mail was not written down'));
      await Promise.race([all, wait(TOLD_WITHIN, undefined, { ref: false })]);
    },
  };
}
export type SendLink = ReturnType<typeof createSendLink>;
