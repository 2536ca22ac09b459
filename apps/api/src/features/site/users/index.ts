import { rowsById } from '../../../platform/graphql/index.js';
import type { Platform } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { createAddressChangesRepo } from './address-changes.repo.js';
import { createChangeProfile } from './change-profile.js';
import { accountStream, createFollowAccount } from './follow-account.js';
import { createShowMe } from './show-me.js';
import { createUsersRepo } from './users.repo.js';
import { UsersResolver } from './users.resolver.js';

export { FIRST_EMAIL } from './first-email.js';
export { MeType } from './users.types.js';
export type { AddressChangeRow } from './address-changes.repo.js';
export type { UserRow } from './users.repo.js';
export type Users = ReturnType<typeof createUsers>;

/** Accounts of staff. Passwords are hashed by `auth`; they are only stored here. */
export function createUsers(platform: Platform, { sites }: { sites: Sites }) {
  const repo = createUsersRepo(platform.db);
  const addressChanges = createAddressChangesRepo(platform.db);
  const showMe = createShowMe({ repo, addressChanges, sites });
  return {
    resolvers: [
      new UsersResolver(
        showMe,
        createChangeProfile({ ...platform, repo }),
        createFollowAccount({ ...platform, showMe }),
      ),
    ],
    ...repo,
    byId: rowsById(repo.listByIds),
    /** New mail addresses that are not confirmed yet. */
    addressChanges,
    /** Call after the commit of a change: notifies every window of the account. */
    tell: (userId: string): void => platform.hub.wake(accountStream(userId)),
    showMe,
  };
}
