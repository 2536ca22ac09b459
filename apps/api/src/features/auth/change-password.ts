import { LIMITS } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Users } from '../users/index.js';
import type { ChangePasswordInput } from './auth.inputs.js';
import { hashPassword, isPassword } from './passwords.js';
import type { SignOut } from './sign-out.js';
import { assertStrongPassword } from './strong-password.js';

/** A new password ends every other sign-in of the account. */
export function createChangePassword({
  clock,
  throttle,
  users,
  signOut,
}: Platform & { users: Users; signOut: SignOut }) {
  return async function changePassword(
    context: Context,
    { currentPassword, newPassword }: ChangePasswordInput,
  ): Promise<void> {
    const { site } = context;
    const viewer = staffOf(context);
    const budget = {
      key: `password:${viewer.authSessionId}`,
      limit: LIMITS.signInTriesPerAccount,
      window: LIMITS.signInWindow,
    };
    const { isAllowed, secondsLeft } = await throttle.take(budget);
    if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
    const user = await users.find(viewer.userId);
    if (!user || !(await isPassword(user.passwordHash, currentPassword))) throw new Failure('PASSWORD_WRONG');
    await assertStrongPassword(newPassword, { email: user.email, names: [user.name, user.organisation, site.name] });
    if (newPassword === currentPassword) throw new Failure('PASSWORD_TOO_WEAK', { min: LIMITS.passwordMin });
    await throttle.forget(budget.key);
    await users.update(user.id, {
      passwordHash: await hashPassword(newPassword),
      mustChangePassword: false,
      linksFrom: clock.now(),
    });
    await signOut.everywhereElse(viewer);
  };
}
