import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Clock } from '../clock/index.js';
import type { Log } from '../log/index.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where a request comes from, as far as trusted proxies report it. */
export interface Origin {
  /**
   * The key for throttles and network checks: an IPv4 address, the /64 of an IPv6 address, or a placeholder for an
   * unreadable one.
   */
  address: string;
  /** Whether the direct peer is trusted to report where the request came from. */
  isThroughProxy: boolean;
}

/** How often an unreadable entry is logged. */
const TELL_EVERY = 10 * 60_000;
/** Maximum length of an address with everything that may surround it. */
const LONGEST = 100;

/**
 * The address in one entry of `X-Forwarded-For`: bare, in brackets, with a port, a zone or quotes, as proxies write
 * them. IPv4-mapped IPv6 becomes IPv4. @returns null when it is no address
 */
export function readAddress(entry: string): Address | null {
  if (entry.length > LONGEST) return null;
  const bare = /^"([^"]*)"$/.exec(entry.trim())?.[1]?.trim() ?? entry.trim();
  const host =
    /^\[([^[\]]*)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? // [v6] and [v6]:port
    /^((?:.*:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}):\d{1,5}$/.exec(bare)?.[1] ?? // v4:port
    bare;
  const [address = ''] = host.split('%'); // a zone names a network interface, not an origin
  return isIP(address) ? ipaddr.process(address) : null;
}

/** The key for throttles: an IPv6 customer could use every address of a /64. */
function throttleKey(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}

/**
 * Clients that a proxy describes in its own notation are still distinguished from each other; no network contains such
 * a key.
 */
const unread = (entry: string) => `unread:${createHash('sha256').update(entry).digest('base64url').slice(0, 22)}`;

function rangeOf(entry: string): [Address, number] {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * Determines the client's address behind trusted proxies, from the nearest hop outwards to the first untrusted one.
 * Each hop vouches for the entry that it wrote, so the walk also ends at an unreadable entry.
 */
export function createClientAddress({ proxies, clock, log }: { proxies: string[]; clock: Clock; log: Log }) {
  const ranges = proxies.map(rangeOf);
  let toldAt = 0;

  function tell(entry: string, what: string): void {
    const now = clock.now().getTime();
    if (now - toldAt < TELL_EVERY) return;
    toldAt = now;
    log.warn({ entry: entry.slice(0, LONGEST) }, `in X-Forwarded-For a trusted proxy wrote ${what}`);
  }

  /** Removes one trusted proxy from those that may still follow. @returns null when the hop is not trusted */
  function without(hop: Address, left: readonly [Address, number][]): readonly [Address, number][] | null {
    const at = left.findIndex(([network, bits]) => network.kind() === hop.kind() && hop.match(network, bits));
    if (at < 0) return null;
    const [network, bits] = left[at]!;
    const isOne = bits === (network.kind() === 'ipv4' ? 32 : 128);
    // a network may contain people as well as proxies: its entry covers one hop; loopback, where only our own processes
    // are, covers any number
    return isOne || network.range() === 'loopback' ? left : left.toSpliced(at, 1);
  }

  return function clientAddress(request: IncomingMessage): Origin {
    const entries = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
    let hop = readAddress(request.socket.remoteAddress ?? '') ?? ipaddr.process('0.0.0.0');
    let left = without(hop, ranges);
    const isThroughProxy = left !== null;
    while (left) {
      const entry = entries.pop();
      if (entry === undefined) break;
      const next = readAddress(entry);
      // nobody else can connect with an address of this machine
      if (!next || (next.range() === 'loopback' && hop.range() !== 'loopback')) {
        tell(entry, 'what is no address of a client: who comes so is counted by what it wrote');
        return { address: unread(entry), isThroughProxy };
      }
      hop = next;
      left = without(hop, left);
      if (!left && without(hop, ranges))
        tell(entry, 'a second address out of one trusted network: it is taken for the client (name each proxy)');
    }
    return { address: throttleKey(hop), isThroughProxy };
  };
}
export type ClientAddress = ReturnType<typeof createClientAddress>;

/** Whether the browser's connection is encrypted: up to us, or up to the trusted proxy that reports it. */
export function isByHttps({ socket, headers }: IncomingMessage, { isThroughProxy }: Origin): boolean {
  if ('encrypted' in socket) return true;
  const [outermost] = String(headers['x-forwarded-proto'] ?? '').split(',');
  return isThroughProxy && outermost!.trim().toLowerCase() === 'https';
}
