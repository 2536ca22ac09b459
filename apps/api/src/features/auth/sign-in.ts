import { accountAddressFrom, LIMITS } from '@tandem/domain';
import { Failure, type Context } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Users } from '../users/index.js';
import type { SignInInput } from './auth.inputs.js';
import type { OpenSignIn } from './open-sign-in.js';
import { isPassword } from './passwords.js';

/** Checks a password; on success opens a sign-in and sets its cookie. @returns the user's id */
export function createSignIn({ throttle, users, openSignIn }: Platform & { users: Users; openSignIn: OpenSignIn }) {
  return async function signIn(context: Context, input: SignInInput): Promise<string> {
    const email = accountAddressFrom(input.email);
    const account = {
      key: `sign-in:${context.site.id}:${email}`,
      limit: LIMITS.signInTriesPerAccount,
      window: LIMITS.signInWindow,
    };
    const address = {
      key: `sign-in-from:${context.address}`,
      limit: LIMITS.signInTriesPerAddress,
      window: LIMITS.signInWindow,
    };
    // counted before the password is looked at; the address first: a locked one must lock no accounts of others
    for (const budget of [address, account]) {
      const { isAllowed, secondsLeft } = await throttle.take(budget);
      if (!isAllowed) throw new Failure('SIGN_IN_LOCKED', { retryAfterSeconds: secondsLeft });
    }

    const user = await users.findByEmail(context.site.id, email);
    const isRight = await isPassword(user?.passwordHash, input.password);
    if (!user || !isRight || user.disabledAt) throw new Failure('SIGN_IN_FAILED');

    await throttle.forget(account.key);
    await throttle.refund(address.key); // this try alone: an own account must not pay for guessing at others
    await openSignIn(context, user);
    return user.id;
  };
}
