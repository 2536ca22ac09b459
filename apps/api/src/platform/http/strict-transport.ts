import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '../config/index.js';

/**
 * Whether browsers are told to come by HTTPS alone (Strict-Transport-Security). Only at a name that people reach us by with
 * a certificate that everybody trusts: our own authority may be gone with the next start, and `localhost` belongs to every
 * program of a machine. It says nothing about the names below it, which may not be ours.
 */
export function createStrictTransport({ tls, origins }: Config, isByHttps: (request: IncomingMessage) => boolean) {
  const front = new URL(origins[0]!);
  const isShared = (host: string) => host === 'localhost' || host.endsWith('.localhost') || isIP(host) > 0;
  return (request: IncomingMessage): boolean => {
    const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '') ?? '';
    if (tls === 'own-ca' || host === '' || isShared(host)) return false;
    // a proxy that doesn't say how people come to it still speaks for the address that they type
    return isByHttps(request) || (front.protocol === 'https:' && front.hostname === host);
  };
}
