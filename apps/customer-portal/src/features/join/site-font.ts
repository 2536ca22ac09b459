import { OWN_FONT_FAMILY } from '@tandem/domain';
import type { SiteQuery } from '../../gql/graphql';

/** Sets the pages in the site's font. Its own file comes only where it is chosen; until then texts are there in the system's. */
export function setInFont({ font, stack, path, weights }: SiteQuery['site']['branding']['typeface']): void {
  if (!stack) return;
  if (font === 'OWN' && path)
    document.fonts.add(new FontFace(OWN_FONT_FAMILY, `url("${path}")`, { weight: weights ?? '400', display: 'swap' }));
  document.documentElement.style.setProperty('--font', stack);
}
