import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { client, refusalOf, TandemError } from '../../../client';

export interface SentFont {
  id: string;
  path: string;
  weights: string;
}

/** Sends the site's own font; it counts once the branding is saved with it. @throws TandemError */
export async function sendFont(file: File): Promise<SentFont> {
  const megabytes = LIMITS.fontBytes / 1024 / 1024;
  if (file.size > LIMITS.fontBytes) throw new TandemError('FONT_TOO_LARGE', { megabytes });
  const request = { method: 'POST', body: file, headers: { ...client.headers, 'content-type': 'font/woff2' } };
  const response = await fetch(PATHS.fonts, request).catch(() => null);
  if (!response) throw new TandemError('UNAVAILABLE');
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as SentFont;
}
