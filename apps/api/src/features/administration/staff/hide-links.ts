import { mayGrant } from '@tandem/domain';
import type { Context } from '../../../platform/graphql/index.js';
import type { CaughtRow } from '../../site/mail/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';

/**
 * Who reads the link in a mail to a member of staff is that person. Only who could give the account its role may; and nobody
 * their own, which would be a way around one's own password.
 */
export function createMayFollow({ users, roles }: { users: Users; roles: Roles }) {
  return async function mayFollow({ viewer, site }: Context, { address }: CaughtRow): Promise<boolean> {
    if (viewer.kind !== 'staff' || !viewer.permissions.includes('users.manage')) return false;
    const user = await users.findByEmail(site.id, address);
    if (!user || user.id === viewer.userId) return false;
    return mayGrant(viewer.permissions, (await roles.of(user)).permissions);
  };
}
