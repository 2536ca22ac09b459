import type { Locale } from '@tandem/domain';
import { newId } from '../../../platform/crypto/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import { createHostsRepo } from './hosts.repo.js';
import { createSitesCache } from './sites-cache.js';
import { createSitesRepo, type SiteRow } from './sites.repo.js';
import { SitesResolver } from './sites.resolver.js';

export { LocaleEnum, SiteType } from './sites.types.js';
export type { SiteRow } from './sites.repo.js';
export type { HostRow } from './hosts.repo.js';
export type Sites = ReturnType<typeof createSites>;

/** Organisations: a request finds its site by host name, else the only one there is. */
export function createSites({ db, clock, config, hub }: Platform) {
  const repo = createSitesRepo(db);
  const hosts = createHostsRepo(db);
  const known = createSitesCache({ config, hub, repo, hosts });
  const { forHost, isOwn, linkOrigin, originOf, hostsOf, nameOf, forget } = known;

  return {
    resolvers: [new SitesResolver(linkOrigin)],
    get: repo.get,
    /** A site as this process knows it: for names and languages, in every answer. */
    async known(id: string, tx?: Tx): Promise<SiteRow> {
      return (await known.all(tx)).find((site) => site.id === id) ?? repo.get(id, tx);
    },
    /** Until the transaction ends, nobody else changes what the site has decided. */
    lock: repo.lock,
    /** Makes the first site of a new installation. */
    async ensureFirst(): Promise<SiteRow> {
      const [first] = await known.all();
      if (first) return first;
      const site: SiteRow = { id: newId(), name: 'Tandem', locale: 'ko', setupCompletedAt: null };
      await repo.create({ ...site, createdAt: clock.now() });
      forget();
      return site;
    },
    forHost,
    isOwn,
    /**
     * Where every link leads: the address that the site has chosen, else the installation's own, as config ranks them
     * (PUBLIC_URL, then the network's, then this computer's). Never where the asking page happens to be.
     */
    linkOrigin,
    /** Host names of its own; after the commit of a change: `forget`. */
    hosts: { ...hosts, of: hostsOf, originOf, nameOf },
    async update(
      tx: Tx,
      id: string,
      change: { name?: string; locale?: Locale; setupCompletedAt?: Date },
    ): Promise<SiteRow> {
      return repo.update(tx, id, change);
    },
    /** After the commit of a change: what was read before it is old. */
    forget,
  };
}
