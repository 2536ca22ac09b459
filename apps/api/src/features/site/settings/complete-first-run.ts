import type { Locale } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import type { Users } from '../users/index.js';
import type { ChangeSetting } from './change-setting.js';

interface FirstRun {
  siteName: string;
  name?: string | null;
  locale: Locale;
}
interface Deps extends Uses<'db' | 'clock'> {
  sites: Sites;
  users: Users;
  change: ChangeSetting;
}

/** What the first account enters about the site and itself, once; recorded in the history like every change. */
export function createCompleteFirstRun({ db, clock, sites, users, change }: Deps) {
  return async function completeFirstRun(context: Context, { siteName, name, locale }: FirstRun): Promise<void> {
    const siteId = context.site.id;
    const { userId } = staffOf(context);
    await db.transaction(async (tx) => {
      await sites.lock(tx, siteId);
      if ((await sites.get(siteId, tx)).setupCompletedAt) throw new Failure('FIRST_RUN_DONE');
      const by = { siteId, userId, address: context.address };
      await change.put(tx, by, 'siteName', { value: siteName });
      await change.put(tx, by, 'siteLocale', { value: locale });
      await sites.update(tx, siteId, { setupCompletedAt: clock.now() });
      await users.update(userId, { locale, ...(name && { name }) }, tx);
    });
    change.tell();
  };
}
export type CompleteFirstRun = ReturnType<typeof createCompleteFirstRun>;
