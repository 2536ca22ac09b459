import { mayGrant } from '@tandem/domain';
import {
  decodeCursor,
  Failure,
  hasPermission,
  pageSize,
  permissionsOf,
  toPage,
  type Context,
} from '../../../platform/graphql/index.js';
import type { Users } from '../users/index.js';
import type { FindRoles, SiteRole } from './find-roles.js';
import { isSameState } from './role-state.js';
import type { RoleChangeRow, RolesRepo } from './roles.repo.js';
import type { RoleChangeConnection, RoleChangeType } from './roles.types.js';

interface Deps {
  repo: RolesRepo;
  users: Users;
  find: FindRoles;
}
const BY_ROLE = Symbol('accounts by role');

export function createRoleQueries({ repo, users, find }: Deps) {
  const holds = ({ viewer }: Context, { permissions }: SiteRole) => mayGrant(permissionsOf(viewer), permissions);
  return {
    all: ({ site }: Context): Promise<SiteRole[]> => find.all(site.id),
    async one({ site }: Context, id: string): Promise<SiteRole> {
      const role = await find.find(site.id, id);
      if (!role) throw new Failure('ROLE_GONE');
      return role;
    },
    /** Of any account: the signed-in one, or one in a list. */
    of: find.of,
    isGrantable: (context: Context, role: SiteRole): boolean =>
      hasPermission(context.viewer, 'users.manage') && holds(context, role),
    mayChange: (context: Context, role: SiteRole): boolean =>
      role.row !== null && hasPermission(context.viewer, 'roles.manage') && holds(context, role),
    async userCount({ viewer, site, loader }: Context, { id }: SiteRole): Promise<number | null> {
      if (!hasPermission(viewer, 'users.read')) return null;
      return loader<string, number>(BY_ROLE, async (ids) => {
        const counts = await users.countByRole(site.id);
        return ids.map((each) => counts.get(each) ?? 0);
      }).load(id);
    },
    async changes({ site }: Context, first: number, after: string | null): Promise<RoleChangeConnection> {
      const size = pageSize(first);
      const rows = await repo.listChanges(site.id, { ...(after && { after: decodeCursor(after) }), take: size + 1 });
      const [people, roles] = await Promise.all([
        users.listByIds([...new Set(rows.map(({ changedById }) => changedById))]),
        repo.list(site.id),
      ]);
      const toNode = (row: RoleChangeRow): RoleChangeType => ({
        ...row,
        changedByName: people.find(({ id }) => id === row.changedById)?.name ?? null,
        isUndoable: isSameState(roles.find(({ id }) => id === row.roleId) ?? null, row.to),
      });
      return toPage(rows, { size, after }, ({ changedAt, id }) => ({ at: changedAt, id }), toNode);
    },
  };
}
export type RoleQueries = ReturnType<typeof createRoleQueries>;
