import { hasEndlessHost } from '@tandem/domain';

/**
 * A URL as a browser would open it, or null when it must not be sent: only http and https, and no user name or
 * password, which could disguise the host. Without a scheme, https is assumed.
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
