import type { AccentColours } from '@tandem/domain';

const VARIABLES = {
  '--accent': 'accent',
  '--accent-strong': 'accentStrong',
  '--accent-soft': 'accentSoft',
  '--on-accent': 'onAccent',
} as const;

/** Paints the pages in the site's colour: over the tokens, in light and in dark. */
export function paintSite({ light, dark }: { light: AccentColours; dark: AccentColours }): void {
  const { style, dataset } = document.documentElement;
  const query = matchMedia('(prefers-color-scheme: dark)');
  function paint(): void {
    const isDark = dataset.theme ? dataset.theme === 'dark' : query.matches;
    const colours = isDark ? dark : light;
    for (const [variable, name] of Object.entries(VARIABLES)) style.setProperty(variable, colours[name]);
  }
  paint();
  query.addEventListener('change', paint);
}
