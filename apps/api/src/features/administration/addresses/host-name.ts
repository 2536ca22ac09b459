import { addressFrom } from '@tandem/domain';
import { domainToASCII, domainToUnicode } from 'node:url';

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
/** RFC 1035, without the dot at the end. */
const LONGEST = 253;
const SCHEME = /^https?:\/\//i;

/**
 * A host name as requests say it, out of what somebody typed or pasted: in any script, with a scheme before it or a stroke
 * behind it. @returns null for what is none: an address in numbers, a port, a path, a name of one part
 */
export function toHostName(typed: string): string | null {
  const bare = addressFrom(typed).replace(SCHEME, '').replace(/\/$/, '').replace(/\.$/, '');
  // a long one is none, and much work to write in ASCII
  if (bare.length > LONGEST || /[\s/@:?#\\%]/.test(bare)) return null;
  const host = domainToASCII(bare.toLowerCase());
  const labels = host.split('.');
  const isNumeric = /^(\d+|0x[\da-f]*)$/.test(labels.at(-1)!);
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !isNumeric;
  return isName && host.length <= LONGEST ? host : null;
}

/** As people read it. */
export const toReadable = (host: string): string => domainToUnicode(host) || host;
