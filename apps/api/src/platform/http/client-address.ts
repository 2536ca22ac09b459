import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Clock } from '../clock/index.js';
import type { Log } from '../log/index.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Where a request comes from, as far as those who may say so tell. */
export interface Origin {
  /** What throttles count and networks are held against: an IPv4 address, the /64 of an IPv6 one, or a mark of what could not be read. */
  address: string;
  /** Whether whoever handed the request to us may say how it came to them. */
  isThroughProxy: boolean;
}

/** How often an entry that can't be read is told to the log. */
const TELL_EVERY = 10 * 60_000;
/** No address is longer, with all that may stand around it. */
const LONGEST = 100;

/**
 * The address in one entry of `X-Forwarded-For`: bare, in brackets, with a port, a zone or quotes around it, as proxies
 * write them. IPv4 in the clothes of IPv6 is IPv4. @returns null for what is no address
 */
export function readAddress(entry: string): Address | null {
  if (entry.length > LONGEST) return null;
  const bare = /^"([^"]*)"$/.exec(entry.trim())?.[1]?.trim() ?? entry.trim();
  const host =
    /^\[([^[\]]*)\](?::\d{1,5})?$/.exec(bare)?.[1] ?? // [v6] and [v6]:port
    /^((?:.*:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}):\d{1,5}$/.exec(bare)?.[1] ?? // v4:port
    bare;
  const [address = ''] = host.split('%'); // a zone says by which line, not from where
  return isIP(address) ? ipaddr.process(address) : null;
}

/** What a throttle counts: an IPv6 customer has a whole /64 to guess from. */
function throttleKey(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}

/** Whoever a proxy describes in words of its own is still somebody else than the next one; no network has this address. */
const unread = (entry: string) => `unread:${createHash('sha256').update(entry).digest('base64url').slice(0, 22)}`;

function rangeOf(entry: string): [Address, number] {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * Reads where requests come from behind proxies that we trust, from the nearest hop outwards up to the first that is none
 * of them. Each hop vouches for the entry that it wrote, so the walk ends also where an entry can't be read.
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

  /** Takes one trusted proxy out of those that may still stand on the way. @returns null when the hop is none of them */
  function without(hop: Address, left: readonly [Address, number][]): readonly [Address, number][] | null {
    const at = left.findIndex(([network, bits]) => network.kind() === hop.kind() && hop.match(network, bits));
    if (at < 0) return null;
    const [network, bits] = left[at]!;
    const isOne = bits === (network.kind() === 'ipv4' ? 32 : 128);
    // a network may hold people as well as proxies: its entry stands for one hop, loopback, where only we are, for any
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
      // from elsewhere nobody comes with an address of this machine
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

/** Whether the browser's own line is encrypted: up to us, or up to the proxy that we trust and that says so. */
export function isByHttps({ socket, headers }: IncomingMessage, { isThroughProxy }: Origin): boolean {
  if ('encrypted' in socket) return true;
  const [outermost] = String(headers['x-forwarded-proto'] ?? '').split(',');
  return isThroughProxy && outermost!.trim().toLowerCase() === 'https';
}
