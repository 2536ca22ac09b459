import { ROLE_PERMISSIONS, ROLES, withImplied, type Permission, type Role } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Tx } from '../../../platform/index.js';
import type { UserRow } from '../users/index.js';
import { builtInNamed, sameName } from './role-names.js';
import type { RoleRow, RolesRepo } from './roles.repo.js';

/** A role with its current permissions. */
export interface SiteRole {
  id: string;
  /** Null for built-in roles: pages show their names in the reader's language. */
  name: string | null;
  permissions: readonly Permission[];
  row: RoleRow | null;
}
type Holder = Pick<UserRow, 'siteId' | 'role'>;

const BUILT_IN = ROLES.map((id): SiteRole => ({ id, name: null, permissions: ROLE_PERMISSIONS[id], row: null }));
/** A deleted role has no permissions beyond the own account. */
const none = (id: string): SiteRole => ({ id, name: '', permissions: withImplied([]), row: null });

const toSiteRole = (row: RoleRow): SiteRole => ({
  id: row.id,
  name: row.name,
  permissions: withImplied(row.permissions),
  row,
});
const builtIn = (id: string) => BUILT_IN.find((role) => role.id === id);

/** Finds a role by a typed name, in a file for example. */
export function roleNamed(roles: readonly SiteRole[], text: string): SiteRole | null {
  const id: Role | null = builtInNamed(text);
  return roles.find((role) => role.id === id || (role.name !== null && sameName(role.name) === sameName(text))) ?? null;
}

/** The roles of a site: built-in and own ones. Never cached: a change takes effect immediately. */
export function createFindRoles(repo: RolesRepo) {
  async function all(siteId: string, tx?: Tx): Promise<SiteRole[]> {
    return [...BUILT_IN, ...(await repo.list(siteId, tx)).map(toSiteRole)];
  }
  async function find(siteId: string, id: string, tx?: Tx): Promise<SiteRole | null> {
    const known = builtIn(id);
    if (known) return known;
    const row = await repo.find(siteId, id, tx);
    return row && toSiteRole(row);
  }
  return {
    all,
    find,
    of: async ({ siteId, role }: Holder, tx?: Tx): Promise<SiteRole> => (await find(siteId, role, tx)) ?? none(role),
    among: (roles: readonly SiteRole[], { role }: Holder): SiteRole =>
      roles.find(({ id }) => id === role) ?? none(role),
    /**
     * For an assignment: the caller has locked the site, so that nobody deletes the role meanwhile. @throws ROLE_GONE
     */
    async toGive(tx: Tx, siteId: string, id: string): Promise<SiteRole> {
      const role = await find(siteId, id, tx);
      if (!role) throw new Failure('ROLE_GONE');
      return role;
    },
    /** The accounts of a site that have a permission. */
    async whoMay<U extends Holder>(siteId: string, users: U[], permission: Permission): Promise<U[]> {
      const roles = await all(siteId);
      const may = new Set(roles.filter(({ permissions }) => permissions.includes(permission)).map(({ id }) => id));
      return users.filter(({ role }) => may.has(role));
    },
  };
}
export type FindRoles = ReturnType<typeof createFindRoles>;
