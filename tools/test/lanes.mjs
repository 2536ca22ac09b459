// The lanes, and which test file belongs to which: by the end of its name.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'out', 'generated', 'planted-faults']);
const WORKSPACES = ['libs/domain', 'libs/contract', 'libs/media', 'libs/ui', 'libs/session-client', 'apps/api'];
const CLIENT_APPS = ['apps/csr-console', 'apps/customer-portal'];
/** Lanes of journeys, each with its tag: Firefox takes part, a real screen is captured. Those of Chromium have none. */
export const JOURNEY_TAGS = { chromium: '', firefox: 'firefox', display: 'display' };

/** In the order of the counts. `title` is what a person reads. */
export const LANES = {
  lint: 'lint, boundaries, checks',
  types: 'types',
  unit: 'unit',
  database: 'database',
  smtp: 'SMTP',
  s3: 'S3-compatible store',
  livekit: 'LiveKit',
  chromium: 'Chromium',
  firefox: 'Firefox',
  display: 'X display',
};

const KINDS = [
  ['database', /\.(?:int|api)\.test\.(?:ts|mjs)$/],
  ['livekit', /\.livekit\.test\.(?:ts|mjs)$/],
  ['s3', /\.s3\.test\.(?:ts|mjs)$/],
  ['smtp', /\.smtp\.test\.(?:ts|mjs)$/],
  ['unit', /\.test\.(?:ts|mjs)$/],
];

function* filesIn(dir) {
  if (!existsSync(dir)) return;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* filesIn(path.join(dir, entry.name));
    } else yield path.join(dir, entry.name);
  }
}

/**
 * @param {'database' | 'livekit' | 'smtp' | 's3' | 'unit'} kind
 * @returns {{ workspace: string, files: string[] }[]} those that have any; files are relative to their workspace
 */
export function testsOf(kind) {
  return [...WORKSPACES, ...CLIENT_APPS, 'tools', 'e2e']
    .map((workspace) => {
      const home = path.join(root, workspace);
      const names = [...filesIn(home)].map((file) => path.relative(home, file));
      return { workspace, files: names.filter((name) => KINDS.find(([, end]) => end.test(name))?.[0] === kind).sort() };
    })
    .filter(({ files }) => files.length);
}

export const hasJourneys = () => [...filesIn(path.join(root, 'e2e'))].some((file) => file.endsWith('.spec.ts'));
