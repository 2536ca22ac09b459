import { SCOPE_PERMISSIONS } from '@tandem/domain';
import { hashToken, newId, newToken } from '../../platform/crypto/index.js';
import { Failure, type Staff } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { CreateApiTokenInput } from './auth.inputs.js';
import type { ApiTokenRow, AuthRepo } from './auth.repo.js';

export interface CreatedToken {
  token: ApiTokenRow;
  secret: string;
}

/** Tokens of integrators. The secret is shown once; only its hash and its last four characters are kept. */
export function createApiTokens({ clock, repo, sockets }: Platform & { repo: AuthRepo }) {
  return {
    list: repo.listTokens,
    async create(siteId: string, viewer: Staff, { name, scopes }: CreateApiTokenInput): Promise<CreatedToken> {
      if (scopes.length === 0) throw new Failure('BAD_INPUT', {}, [{ path: 'scopes', rule: 'REQUIRED' }]);
      const granted = scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope]);
      if (!granted.every((each) => viewer.permissions.includes(each))) throw new Failure('ROLE_TOO_HIGH');
      const secret = `tandem_${newToken()}`;
      const token: ApiTokenRow = {
        id: newId(),
        siteId,
        name: name.trim(),
        tokenHash: hashToken(secret),
        hint: secret.slice(-4),
        scopes: [...new Set(scopes)],
        createdById: viewer.userId,
        createdAt: clock.now(),
        lastUsedAt: null,
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
  };
}
export type ApiTokens = ReturnType<typeof createApiTokens>;
