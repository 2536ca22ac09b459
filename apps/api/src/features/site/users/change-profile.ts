import { DASHBOARD_TABS, type DashboardLayout, type DashboardTab, type Locale } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import { accountStream } from './follow-account.js';
import type { ProfileInput } from './users.inputs.js';
import type { createUsersRepo, UserChange } from './users.repo.js';

interface Deps extends Uses<'clock' | 'hub'> {
  repo: ReturnType<typeof createUsersRepo>;
}
export type ChangeProfile = ReturnType<typeof createChangeProfile>;

/** What accounts change about themselves. */
export function createChangeProfile({ clock, hub, repo }: Deps) {
  async function change(userId: string, to: UserChange): Promise<void> {
    await repo.update(userId, to);
    hub.wake(accountStream(userId));
  }

  return {
    async finishGuide(userId: string): Promise<void> {
      await change(userId, { guidedAt: clock.now() });
    },
    /** Applies to new sessions; in live ones, the name that the customer knows is kept. */
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
    async setDashboardLayout(userId: string, dashboardLayout: DashboardLayout): Promise<void> {
      await change(userId, { dashboardLayout });
    },
  };
}
