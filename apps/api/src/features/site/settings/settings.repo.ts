import type { SettingValue } from '@tandem/domain';
import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export interface SettingRow {
  siteId: string;
  /** Empty for the site itself, else the id of the user. */
  ownerId: string;
  key: string;
  value: SettingValue;
  isLocked: boolean;
  changedById: string | null;
  changedAt: Date;
}

export function createSettingsRepo(db: Database) {
  return {
    async list(siteId: string, ownerId = '', tx?: Tx): Promise<SettingRow[]> {
      return (await (tx ?? db.client).setting.findMany({ where: { siteId, ownerId } })) as SettingRow[];
    },
    async put(tx: Tx, row: SettingRow): Promise<void> {
      const { siteId, ownerId, key } = row;
      const where = { siteId_ownerId_key: { siteId, ownerId, key } };
      const written = { ...row, value: row.value as Prisma.InputJsonValue };
      await tx.setting.upsert({ where, create: written, update: written });
    },
    async remove(tx: Tx, { siteId, ownerId, key }: Pick<SettingRow, 'siteId' | 'ownerId' | 'key'>): Promise<void> {
      await tx.setting.deleteMany({ where: { siteId, ownerId, key } });
    },
  };
}
export type SettingsRepo = ReturnType<typeof createSettingsRepo>;
