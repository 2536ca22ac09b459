import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type CannedReplyRow = Prisma.CannedReplyModel;
type Named = Pick<CannedReplyRow, 'siteId' | 'ownerId' | 'locale' | 'short'>;

export function createRepliesRepo({ client }: Database) {
  return {
    async list(siteId: string, ownerIds: string[]): Promise<CannedReplyRow[]> {
      const where = { siteId, ownerId: { in: ownerIds } };
      const orderBy = [{ short: 'asc' as const }, { locale: 'asc' as const }, { ownerId: 'asc' as const }];
      return client.cannedReply.findMany({ where, orderBy });
    },
    async find(tx: Tx, siteId: string, id: string): Promise<CannedReplyRow | null> {
      return tx.cannedReply.findFirst({ where: { siteId, id } });
    },
    async findNamed(tx: Tx, { siteId, ownerId, locale, short }: Named): Promise<CannedReplyRow | null> {
      const where = { siteId_ownerId_locale_short: { siteId, ownerId, locale, short } };
      return tx.cannedReply.findUnique({ where });
    },
    /** Locks the names of one owner, so that the same name can't be taken twice concurrently. */
    async lockNames(tx: Tx, siteId: string, ownerId: string): Promise<void> {
      const key = `replies:${siteId}:${ownerId}`;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
    },
    count: (tx: Tx, siteId: string, ownerId: string): Promise<number> =>
      tx.cannedReply.count({ where: { siteId, ownerId } }),
    async put(tx: Tx, row: CannedReplyRow): Promise<void> {
      const { useCount: _, ...change } = row;
      await tx.cannedReply.upsert({ where: { id: row.id }, create: row, update: change });
    },
    async remove(tx: Tx, id: string): Promise<void> {
      await tx.cannedReply.deleteMany({ where: { id } });
    },
    async countUse(tx: Tx, id: string): Promise<void> {
      await tx.cannedReply.update({ where: { id }, data: { useCount: { increment: 1 } } });
    },
  };
}
export type RepliesRepo = ReturnType<typeof createRepliesRepo>;
