// The project's own files, for the checks.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', 'out', 'generated', 'gql', 'planted-faults', 'data', '.nx', '.git']);
const PLACES = ['apps', 'libs', 'e2e', 'bench', 'tools', 'prisma'];

function* walk(dir) {
  for (const entry of readdirSync(path.join(root, dir), { withFileTypes: true })) {
    const file = path.posix.join(dir, entry.name);
    if (!entry.isDirectory()) yield file;
    else if (!SKIPPED.has(entry.name)) yield* walk(file);
  }
}

/** @returns {string[]} paths relative to the root */
export const sources = (pattern) => PLACES.flatMap((place) => [...walk(place)]).filter((file) => pattern.test(file));

export const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** The script of a component, or the whole of another file; line numbers stay true. */
export function scriptOf(file, text) {
  if (!file.endsWith('.vue')) return text;
  const match = /<script[^>]*>/.exec(text);
  if (!match) return '';
  const start = match.index + match[0].length;
  const blank = text.slice(0, start).replace(/[^\n]/g, ' ');
  return blank + text.slice(start, text.indexOf('</script>', start));
}
