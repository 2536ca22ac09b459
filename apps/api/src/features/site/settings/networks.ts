import ipaddr from 'ipaddr.js';

/** Of IPv6 a client is known by its first 64 bits: who has one address there has them all. */
const PREFIX = 64;

function rangeOf(network: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (!network.includes('/')) {
    const address = ipaddr.process(network);
    return [address, address.kind() === 'ipv4' ? 32 : PREFIX];
  }
  const [address, bits] = ipaddr.parseCIDR(network);
  return [address, address.kind() === 'ipv4' ? bits : Math.min(bits, PREFIX)];
}

/** An address of four parts or of IPv6, and a network with its length; no short forms. */
export function isNetwork(text: string): boolean {
  const base = text.split('/')[0]!;
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(base) || ipaddr.IPv6.isValid(base);
  return isWhole && (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text));
}

/**
 * Whether an address, as requests are counted by, is in one of the networks. None means that all are allowed. The server's
 * own machine always is: who stands at it must be able to mend a list that has become wrong.
 */
export function isWithin(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const [bare = ''] = address.split('/');
  if (!ipaddr.isValid(bare)) return false; // nobody knows where that is
  const known = ipaddr.process(bare);
  if (known.range() === 'loopback' || known.range() === 'unspecified') return true;
  return networks.map(rangeOf).some((range) => known.kind() === range[0].kind() && known.match(range));
}
