import { LIMITS, SCOPE_PERMISSIONS, type ApiTokenScope } from '@tandem/domain';
import { hashToken } from '../../platform/crypto/index.js';
import type { Viewer } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Roles } from '../roles/index.js';
import type { Users } from '../users/index.js';
import type { AuthRepo, AuthSessionRow } from './auth.repo.js';

const TOUCH_EVERY = 60_000;

/** Turns a cookie's or a header's secret into a viewer. What is expired or revoked is nobody. */
export function createAuthenticate(deps: Platform & { users: Users; roles: Roles; repo: AuthRepo }) {
  const { clock, users, roles, repo } = deps;

  function isOpen(session: AuthSessionRow): boolean {
    const now = clock.now().getTime();
    return (
      !session.revokedAt &&
      session.expiresAt.getTime() > now &&
      session.lastUsedAt.getTime() + LIMITS.staffSessionIdle > now
    );
  }

  return {
    async staff(siteId: string, token: string | undefined): Promise<Viewer> {
      const session = token ? await repo.findSession(hashToken(token)) : null;
      if (!session || session.siteId !== siteId || !isOpen(session)) return { kind: 'anonymous' };
      const user = await users.find(session.userId);
      if (!user || user.disabledAt) return { kind: 'anonymous' };
      const now = clock.now();
      if (now.getTime() - session.lastUsedAt.getTime() > TOUCH_EVERY) await repo.touchSession(session.id, now);
      return {
        kind: 'staff',
        userId: user.id,
        authSessionId: session.id,
        mustChangePassword: user.mustChangePassword,
        permissions: (await roles.of(user)).permissions,
      };
    },
    async bearer(siteId: string, secret: string): Promise<Viewer> {
      const token = await repo.findToken(hashToken(secret));
      if (!token || token.siteId !== siteId || token.revokedAt) return { kind: 'anonymous' };
      const now = clock.now();
      if (token.expiresAt && token.expiresAt <= now) return { kind: 'anonymous', because: 'TOKEN_EXPIRED' };
      if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > TOUCH_EVERY)
        await repo.touchToken(token.id, now);
      const permissions = token.scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope as ApiTokenScope] ?? []);
      return { kind: 'token', apiTokenId: token.id, permissions };
    },
  };
}
