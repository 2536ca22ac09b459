import { cookieNames } from '../../platform/http/cookies.js';
import type { Platform } from '../../platform/index.js';
import type { Users } from '../users/index.js';
import { createApiTokens } from './api-tokens.js';
import { createAuthRepo } from './auth.repo.js';
import { AuthResolver } from './auth.resolver.js';
import { createAuthenticate } from './authenticate.js';
import { createChangePassword } from './change-password.js';
import { createFirstAccount } from './first-account.js';
import { createSignIn } from './sign-in.js';
import { createSignOut } from './sign-out.js';

export type { HandedOut } from './first-account.js';
export type Auth = ReturnType<typeof createAuth>;

/** Signing in and out, passwords, integrators' tokens. Sign-ins are rows: ending one is felt at once. */
export function createAuth(platform: Platform, { users }: { users: Users }) {
  const repo = createAuthRepo(platform.db);
  const deps = { ...platform, repo, users, cookieName: cookieNames(platform.config.cookieSuffix).staff };
  const signOut = createSignOut(deps);
  return {
    resolvers: [
      new AuthResolver({
        users,
        signIn: createSignIn(deps),
        signOut,
        changePassword: createChangePassword({ ...deps, signOut }),
        apiTokens: createApiTokens(deps),
      }),
    ],
    authenticate: createAuthenticate(deps),
    firstAccount: createFirstAccount({ ...deps, signOut }),
  };
}
