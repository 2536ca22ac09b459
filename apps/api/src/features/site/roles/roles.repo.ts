import type { Database, Prisma, Tx } from '../../../platform/db/index.js';

export type RoleRow = Prisma.RoleModel;

export function createRolesRepo({ client }: Database) {
  return {
    /** By name. */
    async list(siteId: string, tx?: Tx): Promise<RoleRow[]> {
      return (tx ?? client).role.findMany({ where: { siteId }, orderBy: { name: 'asc' } });
    },
    async find(siteId: string, id: string, tx?: Tx): Promise<RoleRow | null> {
      return (tx ?? client).role.findFirst({ where: { siteId, id } });
    },
    async put(tx: Tx, row: RoleRow): Promise<void> {
      await tx.role.upsert({ where: { id: row.id }, create: row, update: row });
    },
    async remove(tx: Tx, id: string): Promise<void> {
      await tx.role.delete({ where: { id } });
    },
  };
}
export type RolesRepo = ReturnType<typeof createRolesRepo>;
