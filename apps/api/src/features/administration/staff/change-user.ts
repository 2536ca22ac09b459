import { assertBasedOn, Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Auth } from '../../site/auth/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Roles, SiteRole } from '../../site/roles/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import type { SendLink, StaffLetter } from './send-link.js';
import { assertMayChange, assertMayChangeOthers, assertMayGrant, formOf, isLess } from './staff.policy.js';
import type { StaffRepo } from './staff.repo.js';

interface Deps extends Uses<'db' | 'clock' | 'sockets'> {
  repo: StaffRepo;
  sites: Sites;
  users: Users;
  roles: Roles;
  auth: Auth;
  links: SendLink;
  mail: MailService;
}

export interface UserWish {
  name?: string | null;
  roleId?: string | null;
  basedOn?: string | null;
}

/**
 * Changes to accounts by administrators. The site's row is locked, so that two concurrent changes can't remove the last
 * owner.
 */
export function createChangeUser({ db, clock, sockets, repo, sites, users, roles, auth, links, mail }: Deps) {
  function hold<T>(
    context: Context,
    id: string,
    work: (tx: Tx, user: UserRow, role: SiteRole) => Promise<T>,
  ): Promise<T> {
    return db.transaction(async (tx) => {
      await sites.lock(tx, context.site.id);
      const user = await users.find(id, tx);
      if (user?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      return work(tx, user, await roles.of(user, tx));
    });
  }
  const owners = (tx: Tx, { siteId }: UserRow) => users.countOwners(tx, siteId);

  /** A new link to choose a password: the invitation again, or for somebody who can't sign in. */
  async function sendLink(context: Context, id: string): Promise<StaffLetter> {
    const { userId, ...viewer } = staffOf(context);
    const locale = (await users.find(id))?.locale ?? context.site.locale;
    const write = await links.prepare(context, [locale]);
    const letter = await hold(context, id, async (tx, user, role) => {
      assertMayChangeOthers({ userId, ...viewer }, role);
      if (user.disabledAt || user.locale !== locale) throw new Failure('NOT_FOUND');
      const inviter = user.firstSignInAt ? null : (await users.find(userId, tx))!.name;
      return write(tx, user, { inviter, id: userId });
    });
    await links.deliver([letter]);
    return letter;
  }
  mail.writesAgain(['STAFF_INVITATION', 'PASSWORD_LINK'], async (context, { refId }) => {
    const link = refId ? await repo.find(refId) : null;
    if (!link || link.usedAt) throw new Failure('ALREADY_ANSWERED');
    await sendLink(context, link.userId);
  });

  return {
    sendLink,
    async change(context: Context, id: string, change: UserWish): Promise<void> {
      const { name } = change;
      const isDemoted = await hold(context, id, async (tx, user, before) => {
        assertBasedOn(change.basedOn, formOf(user));
        const role = change.roleId ? await roles.toGive(tx, user.siteId, change.roleId) : before;
        assertMayChange(staffOf(context), { target: { id, role: before }, role, owners: await owners(tx, user) });
        await users.update(id, { role: role.id, ...(name && { name }) }, tx);
        return isLess(before, role);
      });
      if (isDemoted)
        await auth.signOutUser(id); // open pages must not keep permissions that were removed
      else sockets.reopen(id);
      await auth.recheckTokens(id);
    },
    async disable(context: Context, id: string): Promise<void> {
      await hold(context, id, async (tx, user, role) => {
        assertMayChange(staffOf(context), { target: { id, role }, role: null, owners: await owners(tx, user) });
        await users.update(id, { disabledAt: user.disabledAt ?? clock.now() }, tx);
        await mail.removeUnsent(tx, await repo.removeLinks(tx, id));
      });
      await auth.signOutUser(id);
      await auth.recheckTokens(id);
    },
    async enable(context: Context, id: string): Promise<void> {
      await hold(context, id, async (tx, _user, role) => {
        assertMayGrant(staffOf(context), role);
        await users.update(id, { disabledAt: null }, tx);
      });
    },
    /** Revokes an invitation that nobody has accepted: the account is deleted. */
    async withdraw(context: Context, id: string): Promise<void> {
      await hold(context, id, async (tx, _user, role) => {
        assertMayGrant(staffOf(context), role);
        if (!(await users.removeUnused(tx, id))) throw new Failure('ALREADY_ANSWERED');
        await mail.removeUnsent(tx, await repo.removeLinks(tx, id));
      });
    },
  };
}
export type ChangeUser = ReturnType<typeof createChangeUser>;
