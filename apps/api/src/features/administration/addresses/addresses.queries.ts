import type { Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Users } from '../../site/users/index.js';
import type { SiteAddressesType } from './addresses.types.js';
import { toReadable } from './host-name.js';

export function createAddressQueries({ config, sites, users }: Uses<'config'> & { sites: Sites; users: Users }) {
  return async function list({ site, pageOrigin }: Context): Promise<SiteAddressesType> {
    const rows = await sites.hosts.of(site.id);
    const people = await users.listByIds([...new Set(rows.map(({ addedById }) => addedById))]);
    return {
      installation: config.origins[0]!,
      addresses: rows.map(({ host, isMain, addedById, addedAt, seenAt }) => {
        const origin = sites.hosts.originOf(host);
        const addedByName = people.find(({ id }) => id === addedById)?.name ?? null;
        const isHere = origin === pageOrigin;
        return { host, name: toReadable(host), origin, isMain, isHere, addedAt, addedByName, seenAt };
      }),
    };
  };
}
export type AddressQueries = ReturnType<typeof createAddressQueries>;
