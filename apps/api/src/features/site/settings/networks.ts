import ipaddr from 'ipaddr.js';

/** IPv6 clients are identified by the first 64 bits: the owner of one address controls all of them. */
const PREFIX = 64;

function rangeOf(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (!network.includes('/')) {
    const address = ipaddr.process(network);
    return [address, address.kind() === 'ipv4' ? 32 : PREFIX];
  }
  const [address, bits] = ipaddr.parseCIDR(network);
  return [address, address.kind() === 'ipv4' ? bits : Math.min(bits, PREFIX)];
}

/** An IPv4 or IPv6 address, and a network with a prefix length; no short forms. */
export function isNetwork(text: string): boolean {
  const base = text.split('/')[0]!;
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(base) || ipaddr.IPv6.isValid(base);
  return isWhole && (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text));
}

/**
 * Whether an address, as throttle key, is in one of the networks. An empty list allows all. The server's own machine is
 * always allowed, so that a wrong list can be corrected there.
 */
export function isWithin(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const [bare = ''] = address.split('/');
  if (!ipaddr.isValid(bare)) return false; // an unreadable address
  const known = ipaddr.process(bare);
  if (known.range() === 'loopback' || known.range() === 'unspecified') return true;
  return networks.map(rangeOf).some((range) => known.kind() === range[0].kind() && known.match(range));
}
