import type { Platform } from '../../../platform/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { Users } from '../../site/users/index.js';
import { createAddressQueries } from './addresses.queries.js';
import { AddressesResolver } from './addresses.resolver.js';
import { answerCheck } from './answer-check.js';
import { createChangeAddresses } from './change-addresses.js';
import { createCheckAddress } from './check-address.js';

/** The host names of a site: adding, checking, and choosing the one for links. */
export function createAddresses(platform: Platform, features: { sites: Sites; users: Users }) {
  const deps = { ...platform, ...features };
  const change = createChangeAddresses(deps);
  return {
    resolvers: [new AddressesResolver(createAddressQueries(deps), change, createCheckAddress(deps))],
    mount: answerCheck(features.sites),
  };
}
