import { cookieNames } from '../../../platform/http/cookies.js';
import type { Platform } from '../../../platform/index.js';
import type { Roles } from '../roles/index.js';
import type { Settings } from '../settings/index.js';
import type { Users } from '../users/index.js';
import { createApiTokens } from './api-tokens.js';
import { createAuthRepo } from './auth.repo.js';
import { AuthResolver } from './auth.resolver.js';
import { createAuthenticate } from './authenticate.js';
import { createChangePassword } from './change-password.js';
import { createCheckPassword } from './check-password.js';
import { createFirstAccount } from './first-account.js';
import { createKnownDevices } from './known-devices.js';
import { createOpenSignIn } from './open-sign-in.js';
import { createSignIn } from './sign-in.js';
import { createSignInGuard } from './sign-in-guard.js';
import { createSignOut } from './sign-out.js';

export { hashPassword } from './passwords.js';
export { assertStrongPassword } from './strong-password.js';
export type Auth = ReturnType<typeof createAuth>;

interface Features {
  users: Users;
  roles: Roles;
  settings: Settings;
}

/** Signing in and out, passwords, API tokens. Sign-ins are rows: ending one takes effect immediately. */
export function createAuth(platform: Platform, features: Features) {
  const { users } = features;
  const repo = createAuthRepo(platform.db);
  const { staff: cookieName, device: deviceCookie } = cookieNames(platform.config.cookieSuffix);
  const base = { ...platform, ...features, repo, cookieName, deviceCookie };
  const apiTokens = createApiTokens(base);
  const deps = { ...base, apiTokens, devices: createKnownDevices(base) };
  const signOut = createSignOut(deps);
  const checkPassword = createCheckPassword(deps);
  platform.sweeper.add({ name: 'api tokens', every: 10_000, run: apiTokens.sweep });
  const openSignIn = createOpenSignIn(deps);
  return {
    resolvers: [
      new AuthResolver({
        users,
        signIn: createSignIn({ ...deps, guard: createSignInGuard(platform), openSignIn }),
        signOut,
        changePassword: createChangePassword({ ...deps, signOut, checkPassword }),
        apiTokens,
      }),
    ],
    authenticate: createAuthenticate(deps),
    openSignIn,
    /** Ends every sign-in of an account, and closes its open sockets. */
    signOutUser: signOut.ofUser,
    /** All but this one. */
    signOutElsewhere: signOut.everywhereElse,
    checkPassword,
    /** After an account was disabled or lost permissions: revokes the tokens that exceed them. */
    recheckTokens: apiTokens.lookAgain,
    /** When each account was last used, if ever. */
    lastUsed: repo.lastUsed,
    firstAccount: createFirstAccount({ ...deps, signOut }),
  };
}
