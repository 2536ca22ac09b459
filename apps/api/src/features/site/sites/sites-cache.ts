import type { Platform, Tx } from '../../../platform/index.js';
import { Failure } from '../../../platform/graphql/index.js';
import type { HostRow, HostsRepo } from './hosts.repo.js';
import type { SiteRow, SitesRepo } from './sites.repo.js';

const NEWS = 'sites';
interface Known {
  rows: SiteRow[] | null;
  hosts: HostRow[] | null;
}

/** A host as requests name it: without the port, in small letters, without the dot that ends a whole name. */
const nameOf = (authority: string) => authority.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();

/**
 * The sites and their host names, kept in this process: every request asks for its own. Kept are rows and never a promise of
 * them: a transaction must not wait for a reading that waits for its connection. A change is told to every process by the hub.
 */
export function createSitesCache({
  config,
  hub,
  repo,
  hosts,
}: Pick<Platform, 'config' | 'hub'> & { repo: SitesRepo; hosts: HostsRepo }) {
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
  /** Every host name stands behind the door that people use: its scheme and its port. */
  const originOf = (host: string): string => `${front.protocol}//${host}${front.port && `:${front.port}`}`;
  const hostsOf = async (siteId: string) => (await allHosts()).filter((row) => row.siteId === siteId);

  return {
    all,
    hostsOf,
    originOf,
    /** Here at once, and in other processes by the hub. */
    forget(): void {
      drop();
      hub.wake(NEWS);
    },
    /** @param authority host of the request, port included */
    async forHost(authority: string): Promise<SiteRow> {
      const [sites, named] = await Promise.all([all(), allHosts()]);
      const siteId = named.find(({ host }) => host === nameOf(authority))?.siteId;
      const site = siteId ? sites.find(({ id }) => id === siteId) : sites.length === 1 ? sites[0] : undefined;
      if (!site) throw new Failure('NOT_FOUND');
      return site;
    },
    nameOf,
    /** Whether a page of this origin is one of ours. */
    isOwn: async (siteId: string, origin: string): Promise<boolean> =>
      config.origins.includes(origin) || (await hostsOf(siteId)).some(({ host }) => originOf(host) === origin),
    async linkOrigin(siteId: string): Promise<string> {
      const main = (await hostsOf(siteId)).find(({ isMain }) => isMain);
      return main ? originOf(main.host) : config.origins[0]!;
    },
  };
}
