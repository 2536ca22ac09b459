import type { Platform } from '../../../platform/index.js';
import type { History } from '../history/index.js';
import type { Sites } from '../sites/index.js';
import type { Users } from '../users/index.js';
import { createChangeSetting } from './change-setting.js';
import { createCompleteFirstRun } from './complete-first-run.js';
import { createSettingsCache } from './settings-cache.js';
import { isWithin } from './networks.js';
import { createSettingsQueries } from './settings.queries.js';
import { createSettingsRepo } from './settings.repo.js';
import { SettingsResolver } from './settings.resolver.js';
import { isSameStanding } from './settings.values.js';

export type Settings = ReturnType<typeof createSettings>;

interface Deps {
  sites: Sites;
  users: Users;
  history: History;
}

/** Settings of a site, and personal ones of its accounts; effective with the next request. */
export function createSettings(platform: Platform, { sites, users, history: histories }: Deps) {
  const repo = createSettingsRepo(platform.db);
  const known = createSettingsCache({ ...platform, repo, sites });
  const history = histories.of({ name: 'setting', isSame: isSameStanding });
  const queries = createSettingsQueries({ repo, known, users, history });
  const change = createChangeSetting({ ...platform, repo, sites, known, history });
  return {
    resolvers: [
      new SettingsResolver(queries, change, createCompleteFirstRun({ ...platform, sites, users, change }), users),
    ],
    /** The settings in effect at a site: cached, so read them where needed. In a transaction, pass it on. */
    of: known.of,
    /** The settings in effect for one account. */
    ofUser: known.ofUser,
    /** Whether the site allows its staff to use this network. */
    isStaffAllowed: async (siteId: string, address: string): Promise<boolean> =>
      isWithin((await known.of(siteId)).staffNetworks, address),
  };
}
