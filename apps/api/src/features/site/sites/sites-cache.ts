import type { Uses, Tx } from '../../../platform/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { HostRow, HostsRepo } from './hosts.repo.js';
import type { SiteRow, SitesRepo } from './sites.repo.js';

const NEWS = 'sites';
interface Known {
  rows: SiteRow[] | null;
  hosts: HostRow[] | null;
}

/** Normalises a Host header: no port, lower case, no trailing dot. */
const nameOf = (authority: string) => authority.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();

/**
 * A cache of the sites and their host names: every request needs its own. It contains rows, never promises: a
 * transaction must not wait for a read that waits for its connection. A change invalidates it in every process by the
 * hub.
 */
export function createSitesCache({
  config,
  hub,
  repo,
  hosts,
}: Uses<'config' | 'hub'> & { repo: SitesRepo; hosts: HostsRepo }) {
  let known: Known = { rows: null, hosts: null };
  const drop = () => void (known = { rows: null, hosts: null });
  const news = hub.listen(NEWS);
  void (async () => {
    for (;;) {
      await news.next();
      drop();
    }
  })();

  async function all(tx?: Tx): Promise<SiteRow[]> {
    const at = known;
    return at.rows ?? (at.rows = await repo.all(tx));
  }
  async function allHosts(): Promise<HostRow[]> {
    const at = known;
    return at.hosts ?? (at.hosts = await hosts.all());
  }
  const front = new URL(config.origins[0]!);
  /** Host names share the scheme and port of the installation's own address. */
  const originOf = (host: string): string => `${front.protocol}//${host}${front.port && `:${front.port}`}`;
  const hostsOf = async (siteId: string) => (await allHosts()).filter((row) => row.siteId === siteId);

  return {
    all,
    hostsOf,
    originOf,
    /** Invalidates this cache immediately, and those of other processes by the hub. */
    forget(): void {
      drop();
      hub.wake(NEWS);
    },
    /** @param authority Host header of the request, with port */
    async forHost(authority: string): Promise<SiteRow> {
      const [sites, named] = await Promise.all([all(), allHosts()]);
      const siteId = named.find(({ host }) => host === nameOf(authority))?.siteId;
      const site = siteId ? sites.find(({ id }) => id === siteId) : sites.length === 1 ? sites[0] : undefined;
      if (!site) throw new Failure('NOT_FOUND');
      return site;
    },
    nameOf,
    /** Whether a page of this origin belongs to the site. */
    isOwn: async (siteId: string, origin: string): Promise<boolean> =>
      config.origins.includes(origin) || (await hostsOf(siteId)).some(({ host }) => originOf(host) === origin),
    async linkOrigin(siteId: string): Promise<string> {
      const main = (await hostsOf(siteId)).find(({ isMain }) => isMain);
      return main ? originOf(main.host) : config.origins[0]!;
    },
  };
}
