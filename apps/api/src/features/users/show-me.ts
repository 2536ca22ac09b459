import { DASHBOARD_TABS } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';
import type { Sites } from '../sites/index.js';
import type { createUsersRepo } from './users.repo.js';
import type { MeType } from './users.types.js';

export type ShowMe = ReturnType<typeof createShowMe>;

export function createShowMe({ repo, sites }: { repo: ReturnType<typeof createUsersRepo>; sites: Sites }) {
  return async (userId: string): Promise<MeType> => {
    const user = await repo.find(userId);
    if (!user) throw new Failure('UNAUTHENTICATED');
    const site = await sites.get(user.siteId);
    return {
      ...user,
      site,
      isFirstRun: site.setupCompletedAt === null,
      isGuided: user.guidedAt !== null,
      tabOrder: user.tabOrder.length ? user.tabOrder : [...DASHBOARD_TABS],
    };
  };
}
