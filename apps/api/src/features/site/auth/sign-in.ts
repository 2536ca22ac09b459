import { accountAddressFrom } from '@tandem/domain';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Users } from '../users/index.js';
import type { SignInInput } from './auth.inputs.js';
import type { KnownDevices } from './known-devices.js';
import type { OpenSignIn } from './open-sign-in.js';
import { isPassword } from './passwords.js';
import type { SignInGuard } from './sign-in-guard.js';

interface Deps {
  users: Users;
  guard: SignInGuard;
  devices: KnownDevices;
  openSignIn: OpenSignIn;
}

/** Checks a password; on success creates a sign-in and sets its cookie. @returns the user's id */
export function createSignIn({ users, guard, devices, openSignIn }: Deps) {
  return async function signIn(context: Context, input: SignInInput): Promise<string> {
    const email = accountAddressFrom(input.email);
    const user = await users.findByEmail(context.site.id, email);
    const tried = { context, email, device: user && (await devices.find(context, user.id)) };
    await guard.take(tried);
    const isRight = await isPassword(user?.passwordHash, input.password);
    if (!user || !isRight || user.disabledAt) {
      await guard.wrong(tried);
      throw new Failure('SIGN_IN_FAILED');
    }
    await guard.right(tried);
    await openSignIn(context, user);
    return user.id;
  };
}
