import type { Platform } from '../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { mergeSettings } from './settings.catalogue.js';
import type { createSettingsRepo } from './settings.repo.js';
import type { SiteSettingsType, UpdateSettingsInput } from './settings.types.js';

interface Deps extends Platform {
  repo: ReturnType<typeof createSettingsRepo>;
  sites: Sites;
}
export type ShowSettings = ReturnType<typeof createShowSettings>;
export type ChangeSettings = ReturnType<typeof createChangeSettings>;

export function createShowSettings({ repo, sites, config }: Deps) {
  return async (siteId: string): Promise<SiteSettingsType> => ({
    site: await sites.get(siteId),
    ...mergeSettings(await repo.listBySite(siteId)),
    isMailCaught: !config.smtpUrl,
  });
}

export function createChangeSettings(deps: Deps) {
  const { db, repo, sites, clock } = deps;
  const show = createShowSettings(deps);
  return async (siteId: string, changedById: string, input: UpdateSettingsInput): Promise<SiteSettingsType> => {
    await db.transaction(async (tx) => {
      const { siteName, locale, sessionMode } = input;
      if (siteName || locale)
        await sites.update(tx, siteId, { ...(siteName && { name: siteName.trim() }), ...(locale && { locale }) });
      if (sessionMode)
        await repo.put(tx, { siteId, key: 'sessionMode', value: sessionMode, changedById, changedAt: clock.now() });
    });
    sites.forget();
    return show(siteId);
  };
}
