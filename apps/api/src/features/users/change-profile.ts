import { DASHBOARD_TABS, type DashboardTab, type Locale } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { accountStream } from './follow-account.js';
import type { CompleteFirstRunInput, ProfileInput } from './users.inputs.js';
import type { createUsersRepo, UserChange } from './users.repo.js';

interface Deps extends Platform {
  repo: ReturnType<typeof createUsersRepo>;
  sites: Sites;
}
export type ChangeProfile = ReturnType<typeof createChangeProfile>;

/** What members of staff set for themselves, and what the first of them says of the site. */
export function createChangeProfile({ db, clock, hub, repo, sites }: Deps) {
  async function change(userId: string, to: UserChange): Promise<void> {
    await repo.update(userId, to);
    hub.wake(accountStream(userId));
  }

  return {
    async completeFirstRun(siteId: string, userId: string, input: CompleteFirstRunInput): Promise<void> {
      const { siteName, locale, name } = input;
      await db.transaction(async (tx) => {
        await sites.update(tx, siteId, { name: siteName, locale, setupCompletedAt: clock.now() });
        await repo.update(userId, { locale, ...(name && { name }) }, tx);
      });
      sites.forget();
    },
    async finishGuide(userId: string): Promise<void> {
      await change(userId, { guidedAt: clock.now() });
    },
    /** In effect for new sessions; in those that live, the name stays that the customer knows. */
    async setProfile(userId: string, profile: ProfileInput): Promise<void> {
      await change(userId, profile);
    },
    async setLocale(userId: string, locale: Locale): Promise<void> {
      await change(userId, { locale });
    },
    async setTabOrder(userId: string, tabs: DashboardTab[]): Promise<void> {
      const isEachOnce = tabs.length === DASHBOARD_TABS.length && new Set(tabs).size === tabs.length;
      if (!isEachOnce) throw new Failure('BAD_INPUT', {}, [{ path: 'tabs', rule: 'INVALID' }]);
      await change(userId, { tabOrder: tabs });
    },
  };
}
