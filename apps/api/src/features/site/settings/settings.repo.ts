import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type SettingRow = Prisma.SettingModel;

export function createSettingsRepo(db: Database) {
  return {
    async list(siteId: string, ownerId = '', tx?: Tx): Promise<SettingRow[]> {
      return (tx ?? db.client).setting.findMany({ where: { siteId, ownerId } });
    },
    async put(tx: Tx, row: SettingRow): Promise<void> {
      const { siteId, ownerId, key } = row;
      const where = { siteId_ownerId_key: { siteId, ownerId, key } };
      await tx.setting.upsert({ where, create: row, update: row });
    },
    async remove(tx: Tx, { siteId, ownerId, key }: Pick<SettingRow, 'siteId' | 'ownerId' | 'key'>): Promise<void> {
      await tx.setting.deleteMany({ where: { siteId, ownerId, key } });
    },
  };
}
export type SettingsRepo = ReturnType<typeof createSettingsRepo>;
