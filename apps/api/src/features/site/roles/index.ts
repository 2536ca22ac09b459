import type { Platform } from '../../../platform/index.js';
import type { History } from '../history/index.js';
import type { Sites } from '../sites/index.js';
import type { Users } from '../users/index.js';
import { createChangeRole } from './change-role.js';
import { createFindRoles } from './find-roles.js';
import { isSameState, type RoleState } from './role-state.js';
import { createRoleQueries } from './roles.queries.js';
import { createRolesRepo } from './roles.repo.js';
import { MyRoleResolver, RolesResolver } from './roles.resolver.js';

export { roleNamed, type SiteRole } from './find-roles.js';
export { RoleType } from './roles.types.js';
export type Roles = ReturnType<typeof createRoles>;

interface Deps {
  sites: Sites;
  users: Users;
  history: History;
}

/** Permissions of accounts: by built-in roles and by the site's own. */
export function createRoles(platform: Platform, { sites, users, history }: Deps) {
  const repo = createRolesRepo(platform.db);
  const find = createFindRoles(repo);
  const kind = { name: 'role', isSame: isSameState, changedMeanwhile: 'ROLE_CHANGED_MEANWHILE' } as const;
  const deps = { ...platform, sites, users, repo, find, history: history.of<RoleState | null>(kind) };
  const queries = createRoleQueries(deps);
  return { resolvers: [new RolesResolver(queries, createChangeRole(deps)), new MyRoleResolver(queries)], ...find };
}
