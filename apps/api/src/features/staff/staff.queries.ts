import { mayGrant, ROLE_PERMISSIONS, ROLES } from '@tandem/domain';
import { Failure, pageSize, type Context } from '../../platform/graphql/index.js';
import type { Auth } from '../auth/index.js';
import type { UserRow, Users } from '../users/index.js';
import type { StaffRepo } from './staff.repo.js';
import type { StaffConnection, StaffMemberType, StaffRoleType, StaffState } from './staff.types.js';

interface Deps {
  repo: StaffRepo;
  users: Users;
  auth: Auth;
}
interface Asked {
  search: string;
  first: number;
  after: string | null;
}

function stateOf({ disabledAt, firstSignInAt, passwordHash }: UserRow): StaffState {
  if (disabledAt) return 'DISABLED';
  return firstSignInAt || passwordHash ? 'ACTIVE' : 'INVITED';
}

/** Of members of staff, and of integrators' tokens. */
const permissionsOf = ({ viewer }: Context) => ('permissions' in viewer ? viewer.permissions : []);

const encode = ({ name, id }: UserRow) => Buffer.from(JSON.stringify([name, id])).toString('base64url');
function decode(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof name === 'string' && typeof id === 'string') return { name, id };
  } catch {
    // no cursor of ours
  }
  throw new Failure('BAD_INPUT', {}, [{ path: 'after', rule: 'INVALID' }]);
}

export function createStaffQueries({ repo, users, auth }: Deps) {
  async function show(context: Context, rows: UserRow[]): Promise<StaffMemberType[]> {
    const userId = context.viewer.kind === 'staff' ? context.viewer.userId : null;
    const permissions = permissionsOf(context);
    const ids = rows.map(({ id }) => id);
    const [lastUsed, links] = await Promise.all([auth.lastUsed(ids), repo.listOpen(ids)]);
    return rows.map((row): StaffMemberType => {
      const { id, email, name, role, locale, createdAt } = row;
      const link = links.find((each) => each.userId === id);
      return {
        id,
        email,
        name,
        role,
        locale,
        createdAt,
        state: stateOf(row),
        isSelf: id === userId,
        mayChange: permissions.includes('users.manage') && mayGrant(permissions, role),
        lastSeenAt: lastUsed.get(id) ?? null,
        linkExpiresAt: link?.expiresAt ?? null,
        hasMailFailed: link?.hasFailed ?? false,
      };
    });
  }

  return {
    async page(context: Context, { search, first, after }: Asked): Promise<StaffConnection> {
      const size = pageSize(first);
      const rows = await users.page(context.site.id, {
        search: search.trim(),
        after: after ? decode(after) : null,
        take: size + 1,
      });
      const shown = rows.slice(0, size);
      const nodes = await show(context, shown);
      const edges = nodes.map((node, index) => ({ cursor: encode(shown[index]!), node }));
      return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: rows.length > size } };
    },
    async one(context: Context, id: string): Promise<StaffMemberType> {
      const row = await users.find(id);
      if (row?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      return (await show(context, [row]))[0]!;
    },
    roles: (context: Context): StaffRoleType[] =>
      ROLES.map((role) => ({
        role,
        permissions: ROLE_PERMISSIONS[role],
        isGrantable: permissionsOf(context).includes('users.manage') && mayGrant(permissionsOf(context), role),
      })),
  };
}
export type StaffQueries = ReturnType<typeof createStaffQueries>;
