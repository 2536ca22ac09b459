import { LIMITS } from '@tandem/domain';
import { hashToken } from '../../../platform/crypto/index.js';
import type { Viewer } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Roles } from '../roles/index.js';
import type { Settings } from '../settings/index.js';
import type { Users } from '../users/index.js';
import { permissionsOfScopes, type ApiTokens } from './api-tokens.js';
import type { AuthRepo, AuthSessionRow } from './auth.repo.js';

const TOUCH_EVERY = 60_000;

interface Deps extends Uses<'clock'> {
  users: Users;
  roles: Roles;
  settings: Settings;
  repo: AuthRepo;
  apiTokens: ApiTokens;
}

/** Resolves a cookie's or header's secret to a viewer; an expired or revoked one is anonymous. */
export function createAuthenticate(deps: Deps) {
  const { clock, users, roles, settings, repo, apiTokens } = deps;

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
    /** @param address the throttle key of the client */
    async bearer(siteId: string, secret: string, address: string): Promise<Viewer> {
      const token = await repo.findToken(hashToken(secret));
      if (!token || token.siteId !== siteId || token.revokedAt) return { kind: 'anonymous' };
      const now = clock.now();
      if (token.expiresAt && token.expiresAt <= now) return { kind: 'anonymous', because: 'TOKEN_EXPIRED' };
      if (!(await apiTokens.isHeld(token))) return { kind: 'anonymous' };
      if (token.isBound && !(await settings.isStaffAllowed(siteId, address)))
        return { kind: 'anonymous', because: 'NETWORK_NOT_ALLOWED' };
      if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > TOUCH_EVERY)
        await repo.touchToken(token.id, now);
      const { id: apiTokenId, createdById: makerId, scopes } = token;
      return { kind: 'token', apiTokenId, makerId, permissions: permissionsOfScopes(scopes) };
    },
  };
}
