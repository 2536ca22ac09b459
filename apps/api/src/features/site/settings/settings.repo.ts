import type { SettingKey, SettingValue } from '@tandem/domain';
import { afterCursor, type Cursor } from '../../../platform/graphql/index.js';
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
export interface SettingChangeRow {
  id: string;
  siteId: string;
  key: SettingKey;
  from: SettingValue;
  to: SettingValue;
  wasLocked: boolean;
  isLocked: boolean;
  changedById: string;
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
    async addChange(tx: Tx, row: SettingChangeRow): Promise<void> {
      await tx.settingChange.create({
        data: { ...row, from: row.from, to: row.to },
      });
    },
    async findChange(id: string, tx: Tx): Promise<SettingChangeRow | null> {
      return (await tx.settingChange.findUnique({ where: { id } })) as SettingChangeRow | null;
    },
    /** Newest first. */
    async listChanges(
      siteId: string,
      { key, after, take }: { key?: SettingKey; after?: Cursor; take: number },
    ): Promise<SettingChangeRow[]> {
      return (await db.client.settingChange.findMany({
        where: { siteId, ...(key && { key }), ...(after && afterCursor(after, 'desc', { at: 'changedAt', id: 'id' })) },
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take,
      })) as SettingChangeRow[];
    },
  };
}
export type SettingsRepo = ReturnType<typeof createSettingsRepo>;
