import type { Locale } from '@tandem/domain';
import { newId } from '../../platform/crypto/index.js';
import { Failure } from '../../platform/graphql/index.js';
import type { Platform, Tx } from '../../platform/index.js';
import { createSitesRepo, type SiteRow } from './sites.repo.js';
import { SitesResolver } from './sites.resolver.js';

export { LocaleEnum, SiteType } from './sites.types.js';
export type { SiteRow } from './sites.repo.js';
export type Sites = ReturnType<typeof createSites>;

/** Organisations: a request finds its site by host name, else the only one there is. */
export function createSites({ db, clock }: Platform) {
  const repo = createSitesRepo(db);
  let known: { rows: SiteRow[] | null } = { rows: null };
  /** Kept are rows and never a promise of them: a transaction must not wait for a reading that waits for its connection. */
  async function all(tx?: Tx): Promise<SiteRow[]> {
    const at = known;
    return at.rows ?? (at.rows = await repo.all(tx));
  }
  const forget = () => void (known = { rows: null });

  return {
    resolvers: [new SitesResolver()],
    get: repo.get,
    /** A site as this process knows it: for names and languages, in every answer. */
    async known(id: string, tx?: Tx): Promise<SiteRow> {
      return (await all(tx)).find((site) => site.id === id) ?? repo.get(id, tx);
    },
    /** Until the transaction ends, nobody else changes what the site has decided. */
    lock: repo.lock,
    /** Makes the first site of a new installation. */
    async ensureFirst(): Promise<SiteRow> {
      const [first] = await all();
      if (first) return first;
      const site: SiteRow = { id: newId(), hostName: null, name: 'Tandem', locale: 'ko', setupCompletedAt: null };
      await repo.create({ ...site, createdAt: clock.now() });
      forget();
      return site;
    },
    /** @param host authority of the request, port included */
    async forHost(host: string): Promise<SiteRow> {
      const sites = await all();
      const name = host.replace(/:\d+$/, '').toLowerCase();
      const site =
        sites.find((candidate) => candidate.hostName === name) ?? (sites.length === 1 ? sites[0] : undefined);
      if (!site) throw new Failure('NOT_FOUND');
      return site;
    },
    async update(
      tx: Tx,
      id: string,
      change: { name?: string; locale?: Locale; setupCompletedAt?: Date },
    ): Promise<SiteRow> {
      return repo.update(tx, id, change);
    },
    /** After the commit of an update: what was read before it is old. */
    forget,
  };
}
