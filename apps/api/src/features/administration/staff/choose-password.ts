import { accountAddressFrom, LIMITS } from '@tandem/domain';
import { hashToken } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import { networkOf } from '../../../platform/http/network-of.js';
import type { Uses } from '../../../platform/index.js';
import { assertStrongPassword, hashPassword, type Auth } from '../../site/auth/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import type { SendLink } from './send-link.js';
import type { StaffLinkRow, StaffRepo } from './staff.repo.js';

interface Deps extends Uses<'db' | 'clock' | 'log' | 'throttle'> {
  repo: StaffRepo;
  users: Users;
  auth: Auth;
  links: SendLink;
  mail: MailService;
}
const HOUR = 3_600_000;

/** Choosing a password by a link, after an invitation or a forgotten password. */
export function createChoosePassword({ db, clock, log, throttle, repo, users, auth, mail, links }: Deps) {
  async function open({ site }: Context, token: string): Promise<{ link: StaffLinkRow; user: UserRow }> {
    const link = await repo.findLink(hashToken(token));
    const isOver = !link || link.siteId !== site.id || link.usedAt || link.expiresAt <= clock.now();
    const user = isOver ? null : await users.find(link.userId);
    const isOlder = user?.linksFrom && link && link.createdAt < user.linksFrom;
    if (isOver || !user || user.disabledAt || isOlder) throw new Failure('STAFF_LINK_OVER');
    return { link, user };
  }

  /** Requests by strangers neither flood the mailbox nor invalidate the links that its owner requested. */
  async function remind(context: Context, account: string, address: string): Promise<void> {
    const user = await users.findByEmail(context.site.id, address);
    if (!user || user.disabledAt || !user.firstSignInAt) return;
    const all = { key: account, limit: LIMITS.passwordLinksPerAccount, window: HOUR };
    if (!(await throttle.take(all)).isAllowed) return;
    const write = await links.prepare(context, [user.locale]);
    await links.deliver([await db.transaction((tx) => write(tx, user, { inviter: null, id: null }))]);
  }

  return {
    open,
    /** Ends every other sign-in of the account, and signs in here. */
    async choose(context: Context, token: string, password: string): Promise<string> {
      const { link, user } = await open(context, token);
      const names = [user.name, user.organisation, context.site.name];
      await assertStrongPassword(password, { email: user.email, names });
      const passwordHash = await hashPassword(password);
      await db.transaction(async (tx) => {
        if (!(await repo.useLink(tx, link.id, clock.now()))) throw new Failure('STAFF_LINK_OVER');
        await users.update(user.id, { passwordHash, mustChangePassword: false, linksFrom: clock.now() }, tx);
        await mail.removeUnsent(tx, await repo.removeLinks(tx, user.id));
      });
      await auth.signOutUser(user.id);
      await auth.openSignIn(context, user);
      return user.id;
    },
    /**
     * Same answer and same duration whether or not the account exists: everything that depends on it runs afterwards.
     */
    async forgot(context: Context, email: string): Promise<void> {
      const address = accountAddressFrom(email);
      const account = `forgot:${context.site.id}:${address}`;
      for (const key of [`forgot:${context.address}`, `${account}:${networkOf(context.address)}`]) {
        const { isAllowed, secondsLeft } = await throttle.take({
          key,
          limit: LIMITS.passwordLinksPerHour,
          window: HOUR,
        });
        if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
      }
      void remind(context, account, address).catch((error: unknown) =>
        log.error({ err: error }, 'a link to choose a new password was not written'),
      );
    },
  };
}
export type ChoosePassword = ReturnType<typeof createChoosePassword>;
