import { LIMITS } from '@tandem/domain';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { HostRow, Sites } from '../../site/sites/index.js';
import { toHostName } from './host-name.js';

/** The host names of a site. The installation's own address always works, so that nobody is locked out. */
export function createChangeAddresses({
  db,
  clock,
  config,
  sites,
}: Uses<'config' | 'db' | 'clock'> & { sites: Sites }) {
  const { hosts } = sites;
  const installation = new Set(config.origins.map((origin) => new URL(origin).hostname));

  async function change(siteId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    await db.transaction(async (tx) => {
      await sites.lock(tx, siteId);
      await work(tx);
    });
    sites.forget();
  }
  async function own(tx: Tx, siteId: string, host: string): Promise<HostRow> {
    const row = await hosts.find(host, tx);
    if (row?.siteId !== siteId) throw new Failure('NOT_FOUND');
    return row;
  }

  return {
    async add(context: Context, typed: string): Promise<void> {
      const host = toHostName(typed);
      if (!host) throw new Failure('HOST_NAME_INVALID');
      if (installation.has(host)) throw new Failure('HOST_NAME_TAKEN');
      const { id: siteId } = context.site;
      await change(siteId, async (tx) => {
        const all = await hosts.all(tx);
        if (all.some((row) => row.host === host)) throw new Failure('HOST_NAME_TAKEN');
        const limit = LIMITS.hostNames;
        if (all.filter((row) => row.siteId === siteId).length >= limit) throw new Failure('HOST_NAME_LIMIT', { limit });
        const added = { addedById: staffOf(context).userId, addedAt: clock.now() };
        await hosts.create(tx, { host, siteId, isMain: false, ...added, seenAt: null, nonce: null });
      });
    },
    /**
     * Its links stop working. An administrator who is using the console by this name would lock themselves out, and is
     * refused.
     */
    remove: ({ site, pageOrigin }: Context, host: string): Promise<void> =>
      change(site.id, async (tx) => {
        const row = await own(tx, site.id, host);
        if (hosts.originOf(row.host) === pageOrigin) throw new Failure('LOCKS_YOU_OUT');
        await hosts.remove(tx, host);
      }),
    /** With null, links use the installation's own address. An unverified address is refused. */
    chooseMain: ({ site, pageOrigin }: Context, host: string | null): Promise<void> =>
      change(site.id, async (tx) => {
        if (host) {
          const row = await own(tx, site.id, host);
          const isHere = hosts.originOf(row.host) === pageOrigin;
          if (!row.seenAt && !isHere) throw new Failure('HOST_NAME_NOT_SEEN');
        }
        await hosts.setMain(tx, site.id, host);
      }),
  };
}
export type ChangeAddresses = ReturnType<typeof createChangeAddresses>;
