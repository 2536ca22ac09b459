import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Reads the real address of a client behind proxies that we trust. */
export function createClientAddress(trustedProxies: string[]) {
  const trusted = trustedProxies.map((entry) => (entry.includes('/') ? ipaddr.parseCIDR(entry) : single(entry)));
  const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6) =>
    trusted.some((range) => address.kind() === range[0].kind() && address.match(range));

  /** Walks from the nearest hop outwards and stops at the first one that we don't trust. */
  return function clientAddress(request: IncomingMessage): string {
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => ipaddr.isValid(part));
    const hops = [...forwarded, request.socket.remoteAddress ?? '0.0.0.0'].map((hop) => ipaddr.process(hop));
    const real = hops.findLast((hop, index) => index === 0 || !isTrusted(hop)) ?? hops[0]!;
    return real.toString();
  };
}

function single(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** What a throttle counts: an IPv6 customer has a whole /64 to guess from. */
export function throttleKey(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}
