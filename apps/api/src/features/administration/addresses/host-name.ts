import { addressFrom } from '@tandem/domain';
import { domainToASCII, domainToUnicode } from 'node:url';

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** RFC 1035, without the trailing dot. */
const LONGEST = 253;
const SCHEME = /^https?:\/\//i;

/**
 * Extracts a host name, as in a Host header, from typed or pasted text: in any script, with a scheme before it or a
 * slash after it. @returns null for an IP address, a port, a path or a single label
 */
export function toHostName(typed: string): string | null {
  const bare = addressFrom(typed).replace(SCHEME, '').replace(/\/$/, '').replace(/\.$/, '');
  // a long one is never valid, and converting it to ASCII is expensive
  if (bare.length > LONGEST || /[\s/@:?#\\%]/.test(bare)) return null;
  const host = domainToASCII(bare.toLowerCase());
  const labels = host.split('.');
  const isNumeric = /^(\d+|0x[\da-f]*)$/.test(labels.at(-1)!);
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !isNumeric;
  return isName && host.length <= LONGEST ? host : null;
}

/** In Unicode, for display. */
export const toReadable = (host: string): string => domainToUnicode(host) || host;
