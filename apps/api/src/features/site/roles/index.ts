import type { Platform } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import type { Users } from '../users/index.js';
import { createChangeRole } from './change-role.js';
import { createFindRoles } from './find-roles.js';
import { createRoleQueries } from './roles.queries.js';
import { createRolesRepo } from './roles.repo.js';
import { MyRoleResolver, RolesResolver } from './roles.resolver.js';

export { roleNamed, type SiteRole } from './find-roles.js';
export { RoleType } from './roles.types.js';
export type Roles = ReturnType<typeof createRoles>;

/** Permissions of accounts: by built-in roles and by the site's own. */
export function createRoles(platform: Platform, features: { sites: Sites; users: Users }) {
  const repo = createRolesRepo(platform.db);
  const find = createFindRoles(repo);
  const deps = { ...platform, ...features, repo, find };
  const queries = createRoleQueries(deps);
  return { resolvers: [new RolesResolver(queries, createChangeRole(deps)), new MyRoleResolver(queries)], ...find };
}
