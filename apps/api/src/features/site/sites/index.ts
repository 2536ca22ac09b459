import type { Locale } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import { createHostsRepo } from './hosts.repo.js';
import { createSitesCache } from './sites-cache.js';
import { createSitesRepo, type SiteRow } from './sites.repo.js';
import { SitesResolver } from './sites.resolver.js';

export { LocaleEnum, SiteType } from './sites.types.js';
export type { SiteRow } from './sites.repo.js';
export type { HostRow } from './hosts.repo.js';
export type Sites = ReturnType<typeof createSites>;

/** Sites: a request finds its site by host name, else the only one there is. */
export function createSites({ db, clock, config, hub }: Uses<'config' | 'db' | 'clock' | 'hub'>) {
  const repo = createSitesRepo(db);
  const hosts = createHostsRepo(db);
  const known = createSitesCache({ config, hub, repo, hosts });
  const { forHost, isOwn, linkOrigin, originOf, hostsOf, nameOf, forget } = known;

  return {
    resolvers: [new SitesResolver(linkOrigin)],
    get: repo.get,
    /** A site from the cache: its name and language are part of every answer. */
    async known(id: string, tx?: Tx): Promise<SiteRow> {
      return (await known.all(tx)).find((site) => site.id === id) ?? repo.get(id, tx);
    },
    /** Serialises changes of the site until the transaction ends. */
    lock: repo.lock,
    /** Creates the first site of a new installation. */
    async ensureFirst(): Promise<SiteRow> {
      const [first] = await known.all();
      if (first) return first;
      const site: SiteRow = {
        id: newId(),
        name: 'Tandem',
        locale: 'ko',
        setupCompletedAt: null,
        createdAt: clock.now(),
      };
      await repo.create(site);
      forget();
      return site;
    },
    forHost,
    isOwn,
    /**
     * The origin of all links: the address that the site has selected, else the installation's own, as ranked by config
     * (PUBLIC_URL, then the network's, then this computer's). Never the origin of the requesting page.
     */
    linkOrigin,
    /** Its own host names; call `forget` after the commit of a change. */
    hosts: { ...hosts, of: hostsOf, originOf, nameOf },
    async update(
      tx: Tx,
      id: string,
      change: { name?: string; locale?: Locale; setupCompletedAt?: Date },
    ): Promise<SiteRow> {
      return repo.update(tx, id, change);
    },
    /** Call after the commit of a change: invalidates the cache. */
    forget,
  };
}
