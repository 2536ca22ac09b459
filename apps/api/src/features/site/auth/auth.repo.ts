import { Prisma, table, type Database } from '../../../platform/db/index.js';

export type AuthSessionRow = Prisma.AuthSessionModel;
export type ApiTokenRow = Prisma.ApiTokenModel;
export type KnownDeviceRow = Prisma.KnownDeviceModel;

const SESSION_BY_TOKEN = table<AuthSessionRow>('auth_session', Prisma.AuthSessionScalarFieldEnum).select(
  'WHERE token_hash = $1',
);

export function createAuthRepo({ client, sql }: Database) {
  return {
    async createSession(row: AuthSessionRow): Promise<void> {
      await client.authSession.create({ data: row });
    },
    async findSession(tokenHash: Uint8Array<ArrayBuffer>): Promise<AuthSessionRow | null> {
      return (await sql(SESSION_BY_TOKEN, [tokenHash]))[0] ?? null;
    },
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
    async isKnownDevice(tokenHash: Uint8Array<ArrayBuffer>, userId: string): Promise<boolean> {
      return (await client.knownDevice.count({ where: { tokenHash, userId } })) > 0;
    },
    async touchDevice(tokenHash: Uint8Array<ArrayBuffer>, userId: string, lastUsedAt: Date): Promise<void> {
      await client.knownDevice.updateMany({ where: { tokenHash, userId }, data: { lastUsedAt } });
    },
    /** Moves the accounts of another cookie to this one; each account keeps its newest devices. */
    async addDevice(row: KnownDeviceRow, before: Uint8Array<ArrayBuffer> | null, kept: number): Promise<void> {
      const { tokenHash, userId } = row;
      if (before) await client.knownDevice.updateMany({ where: { tokenHash: before }, data: { tokenHash } });
      await client.knownDevice.create({ data: row });
      const orderBy = { lastUsedAt: 'desc' } as const;
      const old = await client.knownDevice.findMany({ where: { userId }, orderBy, skip: kept });
      for (const { tokenHash: oldHash } of old)
        await client.knownDevice.deleteMany({ where: { tokenHash: oldHash, userId } });
    },
    async createToken(row: ApiTokenRow): Promise<void> {
      await client.apiToken.create({ data: row });
    },
    listTokens: (siteId: string): Promise<ApiTokenRow[]> =>
      client.apiToken.findMany({ where: { siteId }, orderBy: { createdAt: 'desc' } }),
    findToken: (tokenHash: Uint8Array<ArrayBuffer>): Promise<ApiTokenRow | null> =>
      client.apiToken.findUnique({ where: { tokenHash } }),
    /** Those that expired in this period. */
    listExpired: (after: Date, upTo: Date): Promise<ApiTokenRow[]> =>
      client.apiToken.findMany({ where: { expiresAt: { gt: after, lte: upTo } } }),
    /** Not revoked: those of an account, or all. */
    listLive: (createdById?: string): Promise<ApiTokenRow[]> =>
      client.apiToken.findMany({ where: { revokedAt: null, createdById } }),
    async endToken(id: string, revokedAt: Date): Promise<void> {
      await client.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt, hasEnded: true } });
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
