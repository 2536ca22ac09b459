import { SCOPE_PERMISSIONS, type ApiTokenLife, type ApiTokenScope, type Permission } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../../platform/crypto/index.js';
import { Failure, type Staff } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Roles } from '../roles/index.js';
import type { Users } from '../users/index.js';
import type { CreateApiTokenInput } from './auth.inputs.js';
import type { ApiTokenRow, AuthRepo } from './auth.repo.js';

export interface CreatedToken {
  token: ApiTokenRow;
  secret: string;
}

const DAY = 24 * 3_600_000;
const LIVES: Record<ApiTokenLife, number | null> = {
  DAYS_30: 30 * DAY,
  DAYS_90: 90 * DAY,
  YEAR: 365 * DAY,
  NEVER: null,
};

/** The permissions of a token with these scopes. */
export const permissionsOfScopes = (scopes: readonly string[]): Permission[] =>
  scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope as ApiTokenScope] ?? []);

/**
 * API tokens of integrators. The secret is shown once; only its hash and its last four characters are stored. A token
 * is revoked for good when its owner is disabled or has fewer permissions than the token.
 */
export function createApiTokens(deps: Uses<'clock' | 'sockets'> & { repo: AuthRepo; users: Users; roles: Roles }) {
  const { clock, repo, sockets, users, roles } = deps;
  let swept = clock.now();
  const close = ({ id, createdById }: ApiTokenRow) => sockets.revoke(`token:${createdById}:${id}`);

  async function mayStill({ scopes, createdById }: ApiTokenRow): Promise<boolean> {
    const maker = await users.find(createdById);
    if (!maker || maker.disabledAt) return false;
    const { permissions } = await roles.of(maker);
    return ['tokens.manage' as const, ...permissionsOfScopes(scopes)].every((each) => permissions.includes(each));
  }
  /** @returns whether its owner still has all of its permissions; if not, it is revoked */
  async function isHeld(token: ApiTokenRow): Promise<boolean> {
    if (await mayStill(token)) return true;
    await repo.endToken(token.id, clock.now());
    close(token);
    return false;
  }

  return {
    list: repo.listTokens,
    isHeld,
    async create(siteId: string, viewer: Staff, input: CreateApiTokenInput): Promise<CreatedToken> {
      const { name, scopes, life, isBound } = input;
      if (scopes.length === 0) throw new Failure('BAD_INPUT', {}, [{ path: 'scopes', rule: 'REQUIRED' }]);
      const granted = permissionsOfScopes(scopes);
      if (!granted.every((each) => viewer.permissions.includes(each))) throw new Failure('ROLE_TOO_HIGH');
      const secret = `tandem_${newToken()}`;
      const now = clock.now();
      const lasts = LIVES[life];
      const token: ApiTokenRow = {
        id: newId(),
        siteId,
        name,
        tokenHash: hashToken(secret),
        hint: secret.slice(-4),
        scopes: [...new Set(scopes)],
        createdById: viewer.userId,
        createdAt: now,
        lastUsedAt: null,
        expiresAt: lasts === null ? null : after(now, lasts),
        isBound,
        revokedAt: null,
        hasEnded: false,
      };
      await repo.createToken(token);
      return { token, secret };
    },
    async revoke(siteId: string, id: string): Promise<ApiTokenRow> {
      const token = await repo.revokeToken(siteId, id, clock.now());
      if (!token) throw new Failure('NOT_FOUND');
      close(token);
      return token;
    },
    /** Called after the account was disabled or lost permissions. */
    async lookAgain(userId: string): Promise<void> {
      for (const token of await repo.listLive(userId)) await isHeld(token);
    },
    /** Closes the subscriptions of a revoked token, and rechecks it when its owner changes. */
    async sweep(): Promise<void> {
      const now = clock.now();
      for (const token of await repo.listExpired(swept, now)) close(token);
      swept = now;
      for (const token of await repo.listLive()) await isHeld(token);
    },
  };
}
export type ApiTokens = ReturnType<typeof createApiTokens>;
