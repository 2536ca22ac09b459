import { LIMITS } from '@tandem/domain';
import { Failure, type Staff } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { UserRow, Users } from '../users/index.js';
import { isPassword } from './passwords.js';

/** Asks a signed-in user for the password again. @throws PASSWORD_WRONG, SIGN_IN_LOCKED */
export function createCheckPassword({ throttle, users }: Uses<'throttle'> & { users: Users }) {
  return async function checkPassword(viewer: Staff, password: string): Promise<UserRow> {
    const key = `password:${viewer.authSessionId}`;
    const budget = { key, limit: LIMITS.signInTriesPerAccount, window: LIMITS.signInWindow };
    const { isAllowed, secondsLeft } = await throttle.take(budget);
    if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
    const user = await users.find(viewer.userId);
    if (!user || !(await isPassword(user.passwordHash, password))) throw new Failure('PASSWORD_WRONG');
    await throttle.forget(key);
    return user;
  };
}
export type CheckPassword = ReturnType<typeof createCheckPassword>;
