import { LIMITS } from '@tandem/domain';
import { Failure, type Staff } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Users } from '../users/index.js';
import type { ChangePasswordInput } from './auth.inputs.js';
import { assertStrongPassword, hashPassword, isPassword } from './passwords.js';
import type { SignOut } from './sign-out.js';

/** A new password ends every other sign-in of the account. */
export function createChangePassword({ throttle, users, signOut }: Platform & { users: Users; signOut: SignOut }) {
  return async function changePassword(
    viewer: Staff,
    { currentPassword, newPassword }: ChangePasswordInput,
  ): Promise<void> {
    const budget = {
      key: `password:${viewer.userId}`,
      limit: LIMITS.signInTriesPerAccount,
      window: LIMITS.signInWindow,
    };
    const { isAllowed, secondsLeft } = await throttle.take(budget);
    if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
    const user = await users.find(viewer.userId);
    if (!user || !(await isPassword(user.passwordHash, currentPassword))) throw new Failure('PASSWORD_WRONG');
    assertStrongPassword(newPassword, user.email);
    if (newPassword === currentPassword) throw new Failure('PASSWORD_TOO_WEAK', { min: LIMITS.passwordMin });
    await throttle.forget(budget.key);
    await users.update(user.id, { passwordHash: await hashPassword(newPassword), mustChangePassword: false });
    await signOut.everywhereElse(viewer);
  };
}
