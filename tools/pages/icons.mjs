import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PREFIX = 'virtual:icon/';
let icons;

/** The path of an icon of Material Symbols, as it is drawn on a square of 24. @throws {Error} for an unknown name */
export function pathOf(name) {
  const file = import.meta.resolve('@iconify-json/material-symbols/icons.json');
  icons ??= JSON.parse(readFileSync(fileURLToPath(file), 'utf8')).icons;
  const path = /^<path fill="currentColor" d="([^"]+)"\/>$/.exec(icons[name]?.body ?? '')?.[1];
  if (!path) throw new Error(`Material Symbols has no icon ${name} that is one path.`);
  return path;
}

/** `import iconMic from 'virtual:icon/mic-outline'` is a path for `UiIcon`. A page contains only what it imports. */
export const iconPaths = () => ({
  name: 'tandem-icons',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
  load: (id) =>
    id.startsWith(`\0${PREFIX}`) ? `export default ${JSON.stringify(pathOf(id.slice(PREFIX.length + 1)))};` : null,
});
