import { SETTING_DEFAULTS, type SettingValues } from '@tandem/domain';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import type { SettingRow, SettingsRepo } from './settings.repo.js';
import { overlay, overlayOwn } from './settings.values.js';

const NEWS = 'settings';

/**
 * A cache of the sites' settings: nearly every use case reads them. A change invalidates it in every process by the
 * hub.
 */
export function createSettingsCache({ hub, repo, sites }: Uses<'hub'> & { repo: SettingsRepo; sites: Sites }) {
  let known = new Map<string, SettingRow[]>();
  const drop = () => {
    known = new Map();
    sites.forget();
  };
  const news = hub.listen(NEWS);
  void (async () => {
    for (;;) {
      await news.next();
      drop();
    }
  })();

  /** Caches rows, never promises: a transaction must not wait for a read that waits for its connection. */
  async function rows(siteId: string, tx?: Tx): Promise<SettingRow[]> {
    const at = known;
    const there = at.get(siteId);
    if (there) return there;
    const read = await repo.list(siteId, '', tx);
    at.set(siteId, read); // into the map from before the read: what was invalidated meanwhile stays invalid
    return read;
  }

  /** The site's name and language are columns of the site: they are needed before there are settings. */
  async function of(siteId: string, tx?: Tx): Promise<SettingValues> {
    const site = await sites.known(siteId, tx);
    const stored = await rows(siteId, tx);
    return { ...overlay(SETTING_DEFAULTS, stored), siteName: site.name, siteLocale: site.locale };
  }

  return {
    rows,
    of,
    async ofUser(siteId: string, userId: string, tx?: Tx): Promise<SettingValues> {
      const site = await of(siteId, tx);
      return overlayOwn(site, await rows(siteId, tx), await repo.list(siteId, userId, tx));
    },
    /**
     * Call after the commit of a change: invalidates this cache immediately, and those of other processes by the hub.
     */
    forget(): void {
      drop();
      hub.wake(NEWS);
    },
  };
}
export type SettingsCache = ReturnType<typeof createSettingsCache>;
