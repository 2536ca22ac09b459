import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '../config/index.js';

/**
 * Whether to send Strict-Transport-Security. Only for a host name with a publicly trusted certificate: our own
 * authority may be replaced at the next start, and `localhost` is shared by every program of a machine. It excludes
 * subdomains, which may not be ours.
 */
export function createStrictTransport({ tls, origins }: Config, isByHttps: (request: IncomingMessage) => boolean) {
  const front = new URL(origins[0]!);
  const isShared = (host: string) => host === 'localhost' || host.endsWith('.localhost') || isIP(host) > 0;
  return (request: IncomingMessage): boolean => {
    const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '') ?? '';
    if (tls === 'own-ca' || host === '' || isShared(host)) return false;
    // a proxy that doesn't report the scheme is still reached by the configured origin
    return isByHttps(request) || (front.protocol === 'https:' && front.hostname === host);
  };
}
