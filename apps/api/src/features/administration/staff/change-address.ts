import { PATHS } from '@tandem/contract';
import { accountAddressFrom, LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newToken } from '../../../platform/crypto/index.js';
import { Failure, staffOf, type Context, type Staff } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Auth } from '../../site/auth/index.js';
import type { MailService } from '../../site/mail/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Templates } from '../templates/index.js';
import type { AddressChangeRow, UserRow, Users } from '../../site/users/index.js';
import { assertMayChangeOthers } from './staff.policy.js';
import type { StaffRepo } from './staff.repo.js';

interface Deps extends Uses<'db' | 'clock' | 'throttle'> {
  repo: StaffRepo;
  users: Users;
  roles: Roles;
  auth: Auth;
  mail: MailService;
  templates: Templates;
  /** Sends the invitation again to somebody who has not accepted it yet. */
  inviteAgain: (context: Context, userId: string) => Promise<unknown>;
}
const HOUR = 3_600_000;
/** The subject of a mail about a requested address. */
export const addressMailRef = (userId: string): string => `address:${userId}`;
/** Usually long enough for the mail server to answer. */
const TOLD_WITHIN = 2000;
/** A domain of one label receives no mail; the first account may have one. */
const isReachable = (email: string) => email.split('@').at(-1)!.includes('.');

/**
 * Changes the mail address of an account. It takes effect once it is confirmed by a link sent to it, or immediately
 * when no mail server is configured. Then the account's other sign-ins and its password links end.
 */
export function createChangeAddress(deps: Deps) {
  const { db, clock, throttle, repo, users, roles, auth, mail, templates, inviteAgain } = deps;
  const { addressChanges } = users;
  mail.own(['ADDRESS_CONFIRM'], {
    isWanted: async ({ refId, address }) => {
      const pending = await addressChanges.find(refId?.replace('address:', '') ?? '');
      return pending !== null && pending.email === address && pending.expiresAt > clock.now();
    },
  });

  async function settle(tx: Tx, user: UserRow, email: string): Promise<void> {
    await addressChanges.remove(tx, user.id);
    await users.update(user.id, { email, linksFrom: clock.now() }, tx);
    await mail.removeUnsent(tx, [...(await repo.removeLinks(tx, user.id)), addressMailRef(user.id)]);
  }
  /** The current address, and the sign-in to keep. */
  async function finish(context: Context, user: UserRow, email: string, work: (tx: Tx) => Promise<void>) {
    const changed = await templates.blank(user.siteId, 'ADDRESS_CHANGED', user.locale);
    await db
      .transaction(async (tx) => {
        await work(tx);
        await settle(tx, user, email);
        if (!isReachable(user.email) || !user.firstSignInAt) return;
        const link = changed.origin + PATHS.console;
        const { subject, text, html } = changed.fill({
          site: context.site.name,
          name: user.name,
          newEmail: email,
          link,
        });
        const to = { name: user.name, address: user.email };
        await mail.enqueue(tx, { siteId: user.siteId, kind: 'ADDRESS_CHANGED', to, subject, text, html });
      })
      .catch((error: unknown) => {
        throw users.isTaken(error) ? new Failure('EMAIL_TAKEN') : error;
      });
    mail.kick();
    const { viewer } = context;
    if (viewer.kind === 'staff' && viewer.userId === user.id) await auth.signOutElsewhere(viewer);
    else await auth.signOutUser(user.id);
    users.tell(user.id);
  }

  async function sendLink(context: Context, user: UserRow, email: string): Promise<void> {
    const { isAllowed, secondsLeft } = await throttle.take({
      key: `address:${user.id}`,
      limit: LIMITS.passwordLinksPerHour,
      window: HOUR,
    });
    if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
    const { siteId, id: userId, name, locale } = user;
    const blank = await templates.blank(siteId, 'ADDRESS_CONFIRM', locale);
    const token = newToken();
    const askedAt = clock.now();
    const expiresAt = after(askedAt, LIMITS.addressLinkLife);
    const askedById = staffOf(context).userId;
    const link = blank.origin + PATHS.address(token);
    const hours = String(LIMITS.addressLinkLife / HOUR);
    const { subject, text, html } = blank.fill({ site: context.site.name, name, newEmail: email, link, hours });
    const { id: mailId } = await db.transaction(async (tx) => {
      await mail.removeUnsent(tx, [addressMailRef(userId)]);
      await addressChanges.put(tx, {
        userId,
        siteId,
        email,
        tokenHash: hashToken(token),
        askedById,
        askedAt,
        expiresAt,
      });
      const about = {
        siteId,
        kind: 'ADDRESS_CONFIRM',
        refId: addressMailRef(userId),
        askedById,
        until: expiresAt,
      } as const;
      return mail.enqueue(tx, { ...about, to: { name, address: email }, subject, text, html });
    });
    mail.kick();
    await mail.fateWithin(mailId, TOLD_WITHIN);
    users.tell(userId);
  }

  async function wish(context: Context, user: UserRow, typed: string): Promise<void> {
    const email = accountAddressFrom(typed);
    if (email === user.email) throw new Failure('BAD_INPUT', {}, [{ path: 'email', rule: 'INVALID' }]);
    if (await users.findByEmail(user.siteId, email)) throw new Failure('EMAIL_TAKEN');
    const isUnused = !user.firstSignInAt;
    if (mail.canSend && !isUnused) return sendLink(context, user, email);
    await finish(context, user, email, () => Promise.resolve());
    if (isUnused) await inviteAgain(context, user.id);
  }

  /** The viewer's own account, or one that the viewer may change. @throws NOT_FOUND, FORBIDDEN, ROLE_TOO_HIGH */
  async function subject(context: Context, id: string): Promise<UserRow> {
    const viewer: Staff = staffOf(context);
    const user = await users.find(id);
    if (user?.siteId !== context.site.id || user.disabledAt) throw new Failure('NOT_FOUND');
    if (id !== viewer.userId) assertMayChangeOthers(viewer, await roles.of(user));
    return user;
  }
  async function pendingOf(context: Context, id: string): Promise<{ user: UserRow; pending: AddressChangeRow }> {
    const user = await subject(context, id);
    const pending = await addressChanges.find(id);
    if (!pending) throw new Failure('STAFF_LINK_OVER');
    return { user, pending };
  }
  async function open({ site }: Context, token: string): Promise<{ pending: AddressChangeRow; user: UserRow }> {
    const pending = await addressChanges.findByToken(hashToken(token));
    const isOver = !pending || pending.siteId !== site.id || pending.expiresAt <= clock.now();
    const user = isOver ? null : await users.find(pending.userId);
    if (isOver || !user || user.disabledAt) throw new Failure('STAFF_LINK_OVER');
    return { pending, user };
  }

  return {
    open,
    async own(context: Context, { email, password }: { email: string; password: string }): Promise<void> {
      await wish(context, await auth.checkPassword(staffOf(context), password), email);
    },
    async ofUser(context: Context, id: string, email: string): Promise<void> {
      if (id === staffOf(context).userId) throw new Failure('FORBIDDEN'); // one's own account requires the password
      await wish(context, await subject(context, id), email);
    },
    async sendAgain(context: Context, id: string): Promise<void> {
      const { user, pending } = await pendingOf(context, id);
      await sendLink(context, user, pending.email);
    },
    async cancel(context: Context, id: string): Promise<void> {
      await pendingOf(context, id);
      await db.transaction(async (tx) => {
        await addressChanges.remove(tx, id);
        await mail.removeUnsent(tx, [addressMailRef(id)]);
      });
      users.tell(id);
    },
    async confirm(context: Context, token: string): Promise<void> {
      const { pending, user } = await open(context, token);
      await finish(context, user, pending.email, async (tx) => {
        if (!(await addressChanges.remove(tx, user.id, hashToken(token)))) throw new Failure('STAFF_LINK_OVER');
      });
    },
  };
}
export type ChangeAddress = ReturnType<typeof createChangeAddress>;
