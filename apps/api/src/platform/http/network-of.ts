import ipaddr from 'ipaddr.js';

const WIDTH = { ipv4: 24, ipv6: 48 } as const;

/** The network around `Context.address`: addresses that one owner may control and guess from. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('/');
  if (!ipaddr.isValid(bare)) return address; // a proxy's placeholder belongs to no network
  const parsed = ipaddr.process(bare);
  const kind = parsed.kind();
  const Kind = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${Kind.networkAddressFromCIDR(`${parsed.toString()}/${WIDTH[kind]}`).toString()}/${WIDTH[kind]}`;
}
