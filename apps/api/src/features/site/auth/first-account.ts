import { accountAddressFrom } from '@tandem/domain';
import { newId, newReadablePassword } from '../../../platform/crypto/index.js';
import type { Uses } from '../../../platform/index.js';
import type { SiteRow } from '../sites/index.js';
import { FIRST_EMAIL, type Users } from '../users/index.js';
import { hashPassword } from './passwords.js';
import type { SignOut } from './sign-out.js';

export interface HandedOut {
  email: string;
  password: string;
}

/** Generated passwords, each to be changed at the next sign-in. None is in the code. */
export function createFirstAccount({ clock, users, signOut }: Uses<'clock'> & { users: Users; signOut: SignOut }) {
  async function handOut(userId: string, email: string): Promise<HandedOut> {
    const password = newReadablePassword();
    await users.update(userId, { passwordHash: await hashPassword(password), mustChangePassword: true });
    return { email, password };
  }

  return {
    /** Until the first account was used, every start gives it a new password. @returns null once it was used */
    async ensure(site: SiteRow): Promise<HandedOut | null> {
      const known = await users.findByEmail(site.id, FIRST_EMAIL);
      if (known) return known.firstSignInAt ? null : handOut(known.id, known.email);
      if (await users.count(site.id)) return null;
      const id = newId();
      await users.create({
        id,
        siteId: site.id,
        email: FIRST_EMAIL,
        name: 'Owner',
        role: 'OWNER',
        locale: site.locale,
        passwordHash: '',
        mustChangePassword: true,
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
      });
      return handOut(id, FIRST_EMAIL);
    },
    /** @returns null when the site has no such account */
    async reset(site: SiteRow, email: string): Promise<HandedOut | null> {
      const user = await users.findByEmail(site.id, accountAddressFrom(email));
      if (!user) return null;
      await signOut.ofUser(user.id);
      return handOut(user.id, user.email);
    },
  };
}
