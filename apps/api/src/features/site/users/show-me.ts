import { DASHBOARD_TABS, DEFAULT_LAYOUT } from '@tandem/domain';
import { Failure } from '../../../platform/graphql/index.js';
import type { Sites } from '../sites/index.js';
import type { AddressChangesRepo } from './address-changes.repo.js';
import { FIRST_EMAIL } from './first-email.js';
import type { createUsersRepo } from './users.repo.js';
import type { MeType } from './users.types.js';

export type ShowMe = ReturnType<typeof createShowMe>;

interface Deps {
  repo: ReturnType<typeof createUsersRepo>;
  addressChanges: AddressChangesRepo;
  sites: Sites;
}

export function createShowMe({ repo, addressChanges, sites }: Deps) {
  return async (userId: string): Promise<MeType> => {
    const user = await repo.find(userId);
    if (!user) throw new Failure('UNAUTHENTICATED');
    const [site, pending] = await Promise.all([sites.get(user.siteId), addressChanges.find(userId)]);
    return {
      ...user,
      site,
      isFirstRun: site.setupCompletedAt === null,
      pendingEmail: pending?.email ?? null,
      pendingEmailUntil: pending?.expiresAt ?? null,
      isAddressMissing: user.email === FIRST_EMAIL,
      isGuided: user.guidedAt !== null,
      tabOrder: user.tabOrder.length ? user.tabOrder : [...DASHBOARD_TABS],
      dashboardLayout: { ...DEFAULT_LAYOUT, ...user.dashboardLayout },
    };
  };
}
