import type { Platform } from '../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { createChangeProfile } from './change-profile.js';
import { createFollowAccount } from './follow-account.js';
import { createShowMe } from './show-me.js';
import { createUsersRepo } from './users.repo.js';
import { UsersResolver } from './users.resolver.js';

export { MeType } from './users.types.js';
export type { UserRow } from './users.repo.js';
export type Users = ReturnType<typeof createUsers>;

/** Accounts of staff. Passwords are hashed by `auth`; here they are only kept. */
export function createUsers(platform: Platform, { sites }: { sites: Sites }) {
  const repo = createUsersRepo(platform.db);
  const showMe = createShowMe({ repo, sites });
  return {
    resolvers: [
      new UsersResolver(
        showMe,
        createChangeProfile({ ...platform, repo }),
        createFollowAccount({ ...platform, showMe }),
      ),
    ],
    ...repo,
    showMe,
  };
}
