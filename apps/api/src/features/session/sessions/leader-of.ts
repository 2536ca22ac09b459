import { accountAddressFrom } from '@tandem/domain';
import { Failure, type Viewer } from '../../../platform/graphql/index.js';
import type { Roles } from '../../site/roles/index.js';
import type { Users } from '../../site/users/index.js';

/**
 * The primary CSR of a new session: an account starts its own; a token starts one for the account that it names, which
 * must itself be allowed to start it.
 */
export function createLeaderOf({ users, roles }: { users: Users; roles: Roles }) {
  /** @throws BAD_INPUT */
  return async function leaderOf(viewer: Viewer, siteId: string, onBehalfOf: string | null): Promise<string> {
    const email = onBehalfOf && accountAddressFrom(onBehalfOf);
    const refused = (rule: 'REQUIRED' | 'INVALID') => new Failure('BAD_INPUT', {}, [{ path: 'onBehalfOf', rule }]);
    if (viewer.kind === 'staff') {
      if (email) throw refused('INVALID');
      return viewer.userId;
    }
    if (!email) throw refused('REQUIRED');
    const user = await users.findByEmail(siteId, email);
    const mayStart = user && !user.disabledAt && (await roles.of(user)).permissions.includes('sessions.start');
    if (!mayStart) throw refused('INVALID');
    return user.id;
  };
}
export type LeaderOf = ReturnType<typeof createLeaderOf>;
