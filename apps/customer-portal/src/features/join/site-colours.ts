import type { AccentColours } from '@tandem/domain';

const rules = ({ accent, accentStrong, accentSoft, onAccent }: AccentColours) =>
  `--accent:${accent};--accent-strong:${accentStrong};--accent-soft:${accentSoft};--on-accent:${onAccent}`;

/** Paints the pages in the site's colour: over the tokens, in light and in dark. */
export function paintSite({ light, dark }: { light: AccentColours; dark: AccentColours }): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:root{${rules(light)}}` +
      `@media (prefers-color-scheme: dark){:root:not([data-theme='light']){${rules(dark)}}}` +
      `:root[data-theme='dark']{${rules(dark)}}`,
  );
  document.adoptedStyleSheets = [sheet];
}
