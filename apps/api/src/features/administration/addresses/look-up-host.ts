import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** Addresses of this machine: requesting ourselves is harmless. */
function isOfThisMachine(address: string): boolean {
  if (ipaddr.process(address).range() === 'loopback') return true;
  return Object.values(networkInterfaces()).some((list) => list?.some((each) => each.address === address));
}
/** Only the public Internet and this machine: otherwise a name could be used to scan the network behind us. */
export const mayBeAsked = (address: string): boolean =>
  ipaddr.process(address).range() === 'unicast' || isOfThisMachine(address);

/** Names below `localhost` resolve to this machine (RFC 6761, 6.3), whatever a name server answers. */
async function addressesOf(host: string): Promise<string[]> {
  if (host.endsWith('.localhost')) return ['127.0.0.1'];
  return (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address);
}

/** Resolves a name to an address that may be requested, if there is one. */
export async function lookUpHost(host: string): Promise<{ ip: string; mayBeAsked: boolean } | null> {
  const addresses = await addressesOf(host);
  const usable = addresses.find(mayBeAsked);
  if (usable) return { ip: usable, mayBeAsked: true };
  return addresses[0] ? { ip: addresses[0], mayBeAsked: false } : null;
}
