import { mayGrant, withImplied } from '@tandem/domain';
import { Failure, hasPermission, permissionsOf, type Context } from '../../../platform/graphql/index.js';
import type { ShownChange } from '../history/index.js';
import type { Users } from '../users/index.js';
import type { RoleHistory } from './change-role.js';
import type { FindRoles, SiteRole } from './find-roles.js';
import type { RoleState } from './role-state.js';
import type { RolesRepo } from './roles.repo.js';
import type { RoleChangeConnection } from './roles.types.js';

interface Deps {
  repo: RolesRepo;
  users: Users;
  find: FindRoles;
  history: RoleHistory;
}
const BY_ROLE = Symbol('accounts by role');

export function createRoleQueries({ repo, users, find, history }: Deps) {
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
    async changes({ site, viewer }: Context, first: number, after: string | null): Promise<RoleChangeConnection> {
      const [roles, counts] = await Promise.all([repo.list(site.id), users.countByRole(site.id)]);
      const holdsAll = (state: RoleState | null) =>
        !state || mayGrant(permissionsOf(viewer), withImplied(state.permissions));
      /** A role that somebody has can't be removed, and nobody can give or take what they lack. */
      const mayUndo = ({ subject, from, to }: { subject: string; from: RoleState | null; to: RoleState | null }) =>
        (from !== null || !counts.get(subject)) && holdsAll(from) && holdsAll(to);
      const now = (id: string) => roles.find((role) => role.id === id) ?? null;
      const toNode = ({ subject, ...change }: ShownChange<RoleState | null>) => ({ ...change, roleId: subject });
      return history.list(site.id, { subject: null, first, after }, now, toNode, mayUndo);
    },
  };
}
export type RoleQueries = ReturnType<typeof createRoleQueries>;
