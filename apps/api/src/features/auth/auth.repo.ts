import type { Database } from '../../platform/db/index.js';

export interface AuthSessionRow {
  id: string;
  userId: string;
  siteId: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}
export interface ApiTokenRow {
  id: string;
  siteId: string;
  name: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  hint: string;
  scopes: string[];
  createdById: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export function createAuthRepo({ client }: Database) {
  return {
    async createSession(row: AuthSessionRow): Promise<void> {
      await client.authSession.create({ data: row });
    },
    findSession: (tokenHash: Uint8Array<ArrayBuffer>): Promise<AuthSessionRow | null> =>
      client.authSession.findUnique({ where: { tokenHash } }),
    async touchSession(id: string, lastUsedAt: Date): Promise<void> {
      await client.authSession.update({ where: { id }, data: { lastUsedAt } });
    },
    /** @returns the sign-ins that were still open */
    async revokeSessions(
      where: { id?: string; userId?: string; exceptId?: string },
      revokedAt: Date,
    ): Promise<AuthSessionRow[]> {
      const { exceptId, ...rest } = where;
      return client.authSession.updateManyAndReturn({
        where: { ...rest, ...(exceptId && { id: { not: exceptId } }), revokedAt: null },
        data: { revokedAt },
      });
    },
    async lastUsed(userIds: string[]): Promise<Map<string, Date>> {
      const rows = await client.authSession.groupBy({
        by: ['userId'],
        where: { userId: { in: userIds } },
        _max: { lastUsedAt: true },
      });
      return new Map(rows.flatMap(({ userId, _max: { lastUsedAt } }) => (lastUsedAt ? [[userId, lastUsedAt]] : [])));
    },
    async createToken(row: ApiTokenRow): Promise<void> {
      await client.apiToken.create({ data: row });
    },
    listTokens: (siteId: string): Promise<ApiTokenRow[]> =>
      client.apiToken.findMany({ where: { siteId }, orderBy: { createdAt: 'desc' } }),
    findToken: (tokenHash: Uint8Array<ArrayBuffer>): Promise<ApiTokenRow | null> =>
      client.apiToken.findUnique({ where: { tokenHash } }),
    /** @returns ids of those that ran out after a moment, up to another one */
    async listExpired(after: Date, upTo: Date): Promise<string[]> {
      const rows = await client.apiToken.findMany({ where: { expiresAt: { gt: after, lte: upTo } } });
      return rows.map(({ id }) => id);
    },
    async touchToken(id: string, lastUsedAt: Date): Promise<void> {
      await client.apiToken.update({ where: { id }, data: { lastUsedAt } });
    },
    async revokeToken(siteId: string, id: string, revokedAt: Date): Promise<ApiTokenRow | null> {
      await client.apiToken.updateMany({ where: { id, siteId, revokedAt: null }, data: { revokedAt } });
      return client.apiToken.findFirst({ where: { id, siteId } });
    },
  };
}
export type AuthRepo = ReturnType<typeof createAuthRepo>;
