import ipaddr from 'ipaddr.js';

const WIDTH = { ipv4: 24, ipv6: 48 } as const;

/** The network around an address as `Context.address` has it: what one owner of many addresses may guess from. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('/');
  if (!ipaddr.isValid(bare)) return address; // what a proxy wrote instead of an address has no neighbours
  const parsed = ipaddr.process(bare);
  const kind = parsed.kind();
  const Kind = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${Kind.networkAddressFromCIDR(`${parsed.toString()}/${WIDTH[kind]}`).toString()}/${WIDTH[kind]}`;
}
