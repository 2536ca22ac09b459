import type { Database, Tx } from '../../../platform/db/index.js';
import { afterCursor, type Cursor } from '../../../platform/graphql/index.js';
import type { RoleState } from './role-state.js';

export interface RoleRow extends RoleState {
  id: string;
  siteId: string;
  changedById: string;
  changedAt: Date;
}
export interface RoleChangeRow {
  id: string;
  siteId: string;
  roleId: string;
  /** Null: the role was new. */
  from: RoleState | null;
  /** Null: the role was deleted. */
  to: RoleState | null;
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
    async addChange(tx: Tx, { from, to, ...row }: RoleChangeRow): Promise<void> {
      await tx.roleChange.create({
        data: { ...row, ...(from && { from: { ...from } }), ...(to && { to: { ...to } }) },
      });
    },
    async findChange(tx: Tx, siteId: string, id: string): Promise<RoleChangeRow | null> {
      return (await tx.roleChange.findFirst({ where: { siteId, id } })) as unknown as RoleChangeRow | null;
    },
    /** Newest first. */
    async listChanges(siteId: string, { after, take }: { after?: Cursor; take: number }): Promise<RoleChangeRow[]> {
      return (await client.roleChange.findMany({
        where: { siteId, ...(after && afterCursor(after, 'desc', { at: 'changedAt', id: 'id' })) },
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take,
      })) as unknown as RoleChangeRow[];
    },
  };
}
export type RolesRepo = ReturnType<typeof createRolesRepo>;
