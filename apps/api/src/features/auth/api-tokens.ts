import { SCOPE_PERMISSIONS, type ApiTokenLife } from '@tandem/domain';
import { after } from '../../platform/clock/index.js';
import { hashToken, newId, newToken } from '../../platform/crypto/index.js';
import { Failure, type Staff } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
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

/** Tokens of integrators. The secret is shown once; only its hash and its last four characters are kept. */
export function createApiTokens({ clock, repo, sockets }: Platform & { repo: AuthRepo }) {
  let swept = clock.now();

  return {
    list: repo.listTokens,
    async create(siteId: string, viewer: Staff, { name, scopes, life }: CreateApiTokenInput): Promise<CreatedToken> {
      if (scopes.length === 0) throw new Failure('BAD_INPUT', {}, [{ path: 'scopes', rule: 'REQUIRED' }]);
      const granted = scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope]);
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
        revokedAt: null,
      };
      await repo.createToken(token);
      return { token, secret };
    },
    async revoke(siteId: string, id: string): Promise<ApiTokenRow> {
      const token = await repo.revokeToken(siteId, id, clock.now());
      if (!token) throw new Failure('NOT_FOUND');
      sockets.revoke(`token:${id}`);
      return token;
    },
    /** What a token follows ends with it. */
    async sweep(): Promise<void> {
      const now = clock.now();
      for (const id of await repo.listExpired(swept, now)) sockets.revoke(`token:${id}`);
      swept = now;
    },
  };
}
export type ApiTokens = ReturnType<typeof createApiTokens>;
