import { mayGrant } from '@tandem/domain';
import type { Context } from '../../../platform/graphql/index.js';
import type { CaughtRow } from '../../site/mail/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';

/**
 * The link in a mail to an account acts for that account. Only somebody who could assign the account's role may read
 * it; and nobody their own, which would bypass their password.
 */
export function createMayFollow({ users, roles }: { users: Users; roles: Roles }) {
  return async function mayFollow({ viewer, site }: Context, { address }: CaughtRow): Promise<boolean> {
    if (viewer.kind !== 'staff' || !viewer.permissions.includes('users.manage')) return false;
    const user = await users.findByEmail(site.id, address);
    if (!user || user.id === viewer.userId) return false;
    return mayGrant(viewer.permissions, (await roles.of(user)).permissions);
  };
}
