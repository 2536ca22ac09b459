import { LIMITS } from '@tandem/domain';
import { Failure } from '../../platform/graphql/index.js';
import type { Platform } from '../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { isValid, mergeSettings, type SettingValues } from './settings.catalogue.js';
import type { createSettingsRepo } from './settings.repo.js';
import type { SiteSettingsType, UpdateSettingsInput } from './settings.types.js';

interface Deps extends Platform {
  repo: ReturnType<typeof createSettingsRepo>;
  sites: Sites;
}
export type ShowSettings = ReturnType<typeof createShowSettings>;
export type ChangeSettings = ReturnType<typeof createChangeSettings>;

/** The list without empty lines and doubles. @throws BAD_INPUT */
function readTypes(lines: string[]): string[] {
  const types = [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
  const isTooLong = types.length > LIMITS.sessionTypes || types.some((type) => type.length > LIMITS.sessionType);
  if (isTooLong)
    throw new Failure('BAD_INPUT', {}, [{ path: 'sessionTypes', rule: 'TOO_LONG', limit: LIMITS.sessionType }]);
  return types;
}

/** @throws BAD_INPUT */
function assertValid(changed: Partial<SettingValues>): void {
  for (const [path, value] of Object.entries(changed))
    if (value != null && !isValid[path as keyof SettingValues](value))
      throw new Failure('BAD_INPUT', {}, [{ path, rule: 'INVALID' }]);
}

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
      const { siteName, locale, sessionTypes, ...rest } = input;
      const changed = { ...rest, sessionTypes: sessionTypes && readTypes(sessionTypes) };
      assertValid(changed);
      if (siteName || locale)
        await sites.update(tx, siteId, { ...(siteName && { name: siteName.trim() }), ...(locale && { locale }) });
      for (const [key, value] of Object.entries(changed))
        if (value != null) await repo.put(tx, { siteId, key, value, changedById, changedAt: clock.now() });
    });
    sites.forget();
    return show(siteId);
  };
}
