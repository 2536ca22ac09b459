import { hasEndlessHost } from '@tandem/domain';

/**
 * An address as a browser would open it, or null when it is none that may be sent: only the web's own two schemes, and no
 * name or password in it, behind which another host could hide. Without a scheme https is meant.
 */
export function checkLink(typed: string): URL | null {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+\.[a-z]{2,}:\d+(?:[/?#]|$)/i.test(text);
  const full = hasScheme ? text : `https://${text}`;
  if (/\s/.test(text) || hasEndlessHost(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.host && !url.username && !url.password ? url : null;
}
