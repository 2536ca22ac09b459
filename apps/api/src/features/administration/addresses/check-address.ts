import { LIMITS, type AddressFinding } from '@tandem/domain';
import { newToken } from '../../../platform/crypto/index.js';
import { Failure, staffOf, type Context } from '../../../platform/graphql/index.js';
import type { Uses } from '../../../platform/index.js';
import type { Sites } from '../../site/sites/index.js';
import { askAddress } from './ask-address.js';
import { lookUpHost } from './look-up-host.js';

export interface Found {
  finding: AddressFinding;
  ip: string | null;
}

/** Checks whether an address leads here: resolves its name, and requests a proof that only this installation knows. */
export function createCheckAddress({ clock, throttle, sites }: Uses<'clock' | 'throttle'> & { sites: Sites }) {
  const { hosts } = sites;

  async function look(host: string): Promise<Found> {
    const place = await lookUpHost(host);
    if (!place) return { finding: 'NO_SUCH_NAME', ip: null };
    if (!place.mayBeAsked) return { finding: 'NOT_PUBLIC', ip: place.ip };
    const nonce = newToken();
    await hosts.setNonce(host, nonce);
    try {
      return { finding: await askAddress(hosts.originOf(host), place.ip, nonce), ip: place.ip };
    } finally {
      await hosts.setNonce(host, null);
    }
  }

  return async function checkAddress(context: Context, host: string): Promise<Found> {
    const row = await hosts.find(host);
    if (row?.siteId !== context.site.id) throw new Failure('NOT_FOUND');
    const { isAllowed, secondsLeft } = await throttle.take({
      key: `host-check:${staffOf(context).userId}`,
      limit: LIMITS.hostChecksPerHour,
      window: 3_600_000,
    });
    if (!isAllowed) throw new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: secondsLeft });
    const found = await look(host);
    await hosts.setSeen(host, found.finding === 'LEADS_HERE' ? clock.now() : null);
    sites.forget();
    return found;
  };
}
export type CheckAddress = ReturnType<typeof createCheckAddress>;
