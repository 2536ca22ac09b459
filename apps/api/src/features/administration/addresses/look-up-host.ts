import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** Addresses of this very machine: asking ourselves harms nobody. */
function isOfThisMachine(address: string): boolean {
  if (ipaddr.process(address).range() === 'loopback') return true;
  return Object.values(networkInterfaces()).some((list) => list?.some((each) => each.address === address));
}
/** Only the open Internet and this machine: elsewhere somebody could look around in the network behind us by a name. */
export const mayBeAsked = (address: string): boolean =>
  ipaddr.process(address).range() === 'unicast' || isOfThisMachine(address);

/** Names below `localhost` lead to the machine itself (RFC 6761, 6.3), whatever a name server says. */
async function addressesOf(host: string): Promise<string[]> {
  if (host.endsWith('.localhost')) return ['127.0.0.1'];
  return (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address);
}

/** Where a name leads to: an address that may be asked, if there is one among them. */
export async function lookUpHost(host: string): Promise<{ ip: string; mayBeAsked: boolean } | null> {
  const addresses = await addressesOf(host);
  const usable = addresses.find(mayBeAsked);
  if (usable) return { ip: usable, mayBeAsked: true };
  return addresses[0] ? { ip: addresses[0], mayBeAsked: false } : null;
}
