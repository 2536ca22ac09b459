import { accountAddressFrom, type Locale } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import type { SendLink, StaffLetter, WriteLink } from './send-link.js';
import { assertMayGrant } from './staff.policy.js';

interface Deps extends Uses<'db' | 'clock'> {
  sites: Sites;
  users: Users;
  roles: Roles;
  links: SendLink;
}
export interface NewUser {
  email: string;
  name: string;
  roleId: string;
  locale: Locale;
}

/** Creates accounts without a password, each with a link to choose one. */
export function createInviteUser({ db, clock, sites, users, roles, links }: Deps) {
  async function write(
    tx: Tx,
    context: Context,
    { email, name, roleId, locale }: NewUser,
    writeLink: WriteLink,
  ): Promise<StaffLetter> {
    const viewer = staffOf(context);
    assertMayGrant(viewer, await roles.toGive(tx, context.site.id, roleId));
    const user: UserRow = {
      id: newId(),
      siteId: context.site.id,
      email: accountAddressFrom(email),
      name,
      role: roleId,
      locale,
      passwordHash: '',
      mustChangePassword: false,
      firstSignInAt: null,
      guidedAt: null,
      setUpPutAwayAt: null,
      tabOrder: [],
      dashboardLayout: {},
      organisation: '',
      pictureId: null,
      linksFrom: null,
      disabledAt: null,
      createdAt: clock.now(),
    };
    await users.create(user, tx);
    const inviter = (await users.find(viewer.userId, tx))!.name;
    return writeLink(tx, user, { inviter, id: viewer.userId });
  }

  /** All or nothing. */
  async function all(context: Context, people: NewUser[]): Promise<StaffLetter[]> {
    const writeLink = await links.prepare(
      context,
      people.map(({ locale }) => locale),
    );
    const letters = await db
      .transaction(async (tx) => {
        await sites.lock(tx, context.site.id); // a role must not be deleted while it is assigned
        const written: StaffLetter[] = [];
        for (const person of people) written.push(await write(tx, context, person, writeLink));
        return written;
      })
      .catch((error: unknown) => {
        throw users.isTaken(error) ? new Failure('EMAIL_TAKEN') : error;
      });
    await links.deliver(letters);
    return letters;
  }
  return { all, one: async (context: Context, person: NewUser) => (await all(context, [person]))[0]! };
}
export type InviteUser = ReturnType<typeof createInviteUser>;
