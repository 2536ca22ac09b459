import type { Platform, Tx } from '../../platform/index.js';
import type { Sites } from '../sites/index.js';
import { createChangeSettings, createShowSettings } from './change-settings.js';
import { mergeSettings, type SettingValues } from './settings.catalogue.js';
import { createSettingsRepo } from './settings.repo.js';
import { SettingsResolver } from './settings.resolver.js';

export type Settings = ReturnType<typeof createSettings>;

/** What a site decides for itself; in effect with the next request. */
export function createSettings(platform: Platform, { sites }: { sites: Sites }) {
  const repo = createSettingsRepo(platform.db);
  const deps = { ...platform, repo, sites };
  return {
    resolvers: [new SettingsResolver(createShowSettings(deps), createChangeSettings(deps))],
    async of(siteId: string, tx?: Tx): Promise<SettingValues> {
      return mergeSettings(await repo.listBySite(siteId, tx));
    },
  };
}
