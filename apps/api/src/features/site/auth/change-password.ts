import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Users } from '../users/index.js';
import type { ChangePasswordInput } from './auth.inputs.js';
import type { CheckPassword } from './check-password.js';
import { hashPassword } from './passwords.js';
import type { SignOut } from './sign-out.js';
import { assertStrongPassword } from './strong-password.js';

interface Deps extends Uses<'clock'> {
  users: Users;
  signOut: SignOut;
  checkPassword: CheckPassword;
}

/** A new password ends every other sign-in of the account, and invalidates its password links. */
export function createChangePassword({ clock, users, signOut, checkPassword }: Deps) {
  return async function changePassword(
    context: Context,
    { currentPassword, newPassword }: ChangePasswordInput,
  ): Promise<void> {
    const viewer = staffOf(context);
    const { id, email, name, organisation } = await checkPassword(viewer, currentPassword);
    if (newPassword === currentPassword) throw new Failure('PASSWORD_SAME');
    await assertStrongPassword(newPassword, { email, names: [name, organisation, context.site.name] });
    const passwordHash = await hashPassword(newPassword);
    await users.update(id, { passwordHash, mustChangePassword: false, linksFrom: clock.now() });
    await signOut.everywhereElse(viewer);
  };
}
