import type { Database, Tx } from '../../../platform/db/index.js';
import type { RoleState } from './role-state.js';

export interface RoleRow extends RoleState {
  id: string;
  siteId: string;
  changedById: string;
  changedAt: Date;
}

export function createRolesRepo({ client }: Database) {
  return {
    /** By name. */
    async list(siteId: string, tx?: Tx): Promise<RoleRow[]> {
      return (await (tx ?? client).role.findMany({ where: { siteId }, orderBy: { name: 'asc' } })) as RoleRow[];
    },
    async find(siteId: string, id: string, tx?: Tx): Promise<RoleRow | null> {
      return (await (tx ?? client).role.findFirst({ where: { siteId, id } })) as RoleRow | null;
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
