import { OWN_FONT_FAMILY } from '@tandem/domain';

let shown: FontFace | null = null;
let shownPath = '';

/** Lets this page show texts in the site's own font: the last one that it is given. */
export function showOwnFont({ path, weights }: { path: string; weights: string }): void {
  if (path === shownPath) return;
  if (shown) document.fonts.delete(shown);
  shown = new FontFace(OWN_FONT_FAMILY, `url("${path}")`, { weight: weights, display: 'swap' });
  document.fonts.add(shown);
  shownPath = path;
}
