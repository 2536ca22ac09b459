import { lineFrom, mayGrant } from '@tandem/domain';
import {
  Failure,
  hasPermission,
  pageInfo,
  pageSize,
  permissionsOf,
  versionOf,
  type Context,
} from '../../../platform/graphql/index.js';
import type { Auth } from '../../site/auth/index.js';
import type { MailFate, MailService } from '../../site/mail/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { UserRow, Users } from '../../site/users/index.js';
import { addressMailRef } from './change-address.js';
import { formOf } from './staff.policy.js';
import type { StaffRepo } from './staff.repo.js';
import type { StaffConnection, StaffMemberType, StaffState } from './staff.types.js';

interface Deps {
  repo: StaffRepo;
  users: Users;
  roles: Roles;
  auth: Auth;
  mail: MailService;
}
interface Asked {
  search: string;
  roleId: string | null;
  first: number;
  after: string | null;
}

function stateOf({ disabledAt, firstSignInAt, passwordHash }: UserRow): StaffState {
  if (disabledAt) return 'DISABLED';
  return firstSignInAt || passwordHash ? 'ACTIVE' : 'INVITED';
}

const encode = ({ name, id }: UserRow) => Buffer.from(JSON.stringify([name, id])).toString('base64url');
function decode(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof name === 'string' && typeof id === 'string') return { name, id };
  } catch {
    // an invalid cursor
  }
  throw new Failure('BAD_INPUT', {}, [{ path: 'after', rule: 'INVALID' }]);
}

export function createStaffQueries({ repo, users, roles, auth, mail }: Deps) {
  async function show(context: Context, rows: UserRow[]): Promise<StaffMemberType[]> {
    const { viewer, site } = context;
    const userId = viewer.kind === 'staff' ? viewer.userId : null;
    const ids = rows.map(({ id }) => id);
    const [lastUsed, links, known, changes] = await Promise.all([
      auth.lastUsed(ids),
      repo.listOpen(ids),
      roles.all(site.id),
      users.addressChanges.listByUsers(ids),
    ]);
    const fates = await mail.fates([
      ...links.map((link) => link.id),
      ...changes.map(({ userId: whose }) => addressMailRef(whose)),
    ]);
    return rows.map((row): StaffMemberType => {
      const { id, email, name, locale, createdAt } = row;
      const role = roles.among(known, row);
      const link = links.findLast((each) => each.userId === id);
      const pending = changes.find((each) => each.userId === id);
      return {
        id,
        email,
        name,
        role,
        version: versionOf(formOf(row)),
        locale,
        createdAt,
        state: stateOf(row),
        isSelf: id === userId,
        mayChange: hasPermission(viewer, 'users.manage') && mayGrant(permissionsOf(viewer), role.permissions),
        lastSeenAt: lastUsed.get(id) ?? null,
        linkExpiresAt: link?.expiresAt ?? null,
        pendingEmail: pending?.email ?? null,
        pendingEmailUntil: pending?.expiresAt ?? null,
        pendingEmailMail: (pending && fates.findLast(({ refId }) => refId === addressMailRef(id))) ?? null,
        linkMail: (link && fates.find(({ refId }) => refId === link.id)) ?? null,
      };
    });
  }

  return {
    /** The delivery state of the mail that confirms a new address. */
    async addressMail(userId: string): Promise<MailFate | null> {
      return (await mail.fates([addressMailRef(userId)])).at(-1) ?? null;
    },
    async page(context: Context, { search, roleId, first, after }: Asked): Promise<StaffConnection> {
      const size = pageSize(first);
      const rows = await users.page(context.site.id, {
        search: lineFrom(search),
        role: roleId,
        after: after ? decode(after) : null,
        take: size + 1,
      });
      const shown = rows.slice(0, size);
      const nodes = await show(context, shown);
      const edges = nodes.map((node, index) => ({ cursor: encode(shown[index]!), node }));
      const cursors = edges.map(({ cursor }) => cursor);
      return { edges, pageInfo: pageInfo(cursors, rows.length > size, { size, after }) };
    },
    async one(context: Context, id: string): Promise<StaffMemberType> {
      const row = await users.find(id);
      if (row?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
      return (await show(context, [row]))[0]!;
    },
  };
}
export type StaffQueries = ReturnType<typeof createStaffQueries>;
