import { SETTING_DEFAULTS, type SettingValues } from '@tandem/domain';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Sites } from '../sites/index.js';
import type { SettingRow, SettingsRepo } from './settings.repo.js';
import { overlay, overlayOwn } from './settings.values.js';

const NEWS = 'settings';

/**
 * What the sites have decided, kept in this process: settings are read in nearly every use case. A change is told to every
 * process by the hub.
 */
export function createSettingsCache({ hub, repo, sites }: Platform & { repo: SettingsRepo; sites: Sites }) {
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

  /** Rows and never promises of them: a transaction must not wait for a reading that waits for its connection. */
  async function rows(siteId: string, tx?: Tx): Promise<SettingRow[]> {
    const at = known;
    const there = at.get(siteId);
    if (there) return there;
    const read = await repo.list(siteId, '', tx);
    at.set(siteId, read); // into the map of then: what was dropped meanwhile stays dropped
    return read;
  }

  /** The site's name and language stand in its own row: they are read before there are settings. */
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
    /** After the commit of a change: what was read before it is old, here at once and elsewhere by the hub. */
    forget(): void {
      drop();
      hub.wake(NEWS);
    },
  };
}
export type SettingsCache = ReturnType<typeof createSettingsCache>;
