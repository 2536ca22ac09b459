import type { Database, Prisma, Tx } from '../../platform/db/index.js';

export function createSettingsRepo(db: Database) {
  return {
    listBySite: (siteId: string, tx?: Tx) => (tx ?? db.client).setting.findMany({ where: { siteId } }),
    async put(
      tx: Tx,
      row: { siteId: string; key: string; value: Prisma.InputJsonValue; changedById: string; changedAt: Date },
    ) {
      const { siteId, key } = row;
      await tx.setting.upsert({ where: { siteId_key: { siteId, key } }, create: row, update: row });
    },
  };
}
