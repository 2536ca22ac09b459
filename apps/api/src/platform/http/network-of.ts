import ipaddr from 'ipaddr.js';

const WIDTH = { ipv4: 24, ipv6: 48 } as const;

/** The network around an address as `Context.address` has it: what one owner of many addresses may guess from. */
export function networkOf(address: string): string {
  const parsed = ipaddr.process(address.split('/')[0]!);
  const kind = parsed.kind();
  const Kind = kind === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${Kind.networkAddressFromCIDR(`${parsed.toString()}/${WIDTH[kind]}`).toString()}/${WIDTH[kind]}`;
}
