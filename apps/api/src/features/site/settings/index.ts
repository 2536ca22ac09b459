import type { Platform } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import type { Users } from '../users/index.js';
import { createChangeSetting } from './change-setting.js';
import { createCompleteFirstRun } from './complete-first-run.js';
import { createSettingsCache } from './settings-cache.js';
import { isWithin } from './networks.js';
import { createSettingsQueries } from './settings.queries.js';
import { createSettingsRepo } from './settings.repo.js';
import { SettingsResolver } from './settings.resolver.js';

export type Settings = ReturnType<typeof createSettings>;

/** What a site decides for itself, and what it leaves to its staff; in effect with the next request. */
export function createSettings(platform: Platform, { sites, users }: { sites: Sites; users: Users }) {
  const repo = createSettingsRepo(platform.db);
  const known = createSettingsCache({ ...platform, repo, sites });
  const queries = createSettingsQueries({ repo, known, users });
  const change = createChangeSetting({ ...platform, repo, sites, known });
  return {
    resolvers: [
      new SettingsResolver(queries, change, createCompleteFirstRun({ ...platform, sites, users, change }), users),
    ],
    /** What applies at a site: from this process's memory, so ask wherever it counts. In a transaction hand it on. */
    of: known.of,
    /** What applies to one member of staff. */
    ofUser: known.ofUser,
    /** Whether the site lets its staff in from there. */
    isStaffAllowed: async (siteId: string, address: string): Promise<boolean> =>
      isWithin((await known.of(siteId)).staffNetworks, address),
  };
}
