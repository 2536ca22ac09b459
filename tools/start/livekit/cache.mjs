// Where a LiveKit server is kept from one start to the next: outside the clone, as it takes minutes to make.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { root } from '../paths.mjs';

/** The pinned sources: go.mod with the version, go.sum with what every part of it must look like. */
export const moduleDir = path.join(root, 'tools/livekit');
const MODULE = 'github.com/livekit/livekit-server';

/** @returns {string} as in "1.13.5" */
export function pinnedVersion(goMod = readFileSync(path.join(moduleDir, 'go.mod'), 'utf8')) {
  const version = new RegExp(`^\\s*(?:require )?${MODULE} v(\\S+)`, 'm').exec(goMod)?.[1];
  if (!version) throw new Error(`tools/livekit/go.mod does not name ${MODULE}`);
  return version;
}

/** @returns {string} its path, whether it is there or not */
export function cachedServer() {
  const home = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const sums = createHash('sha256')
    .update(readFileSync(path.join(moduleDir, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const name = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';
  return path.join(home, 'tandem/livekit', `${pinnedVersion()}-${sums}`, name);
}

const DRAFT = 'draft-';
const OLD_MS = 3_600_000;

/** Of starts that were broken off. */
function removeOldDrafts(folder) {
  const drafts = readdirSync(folder).filter((name) => name.startsWith(DRAFT));
  for (const draft of drafts.map((name) => path.join(folder, name)))
    if (Date.now() - statSync(draft).mtimeMs > OLD_MS) rmSync(draft, { recursive: true, force: true });
}

/**
 * Puts a file in its place in one move: two starts at once may both make it, and nobody runs half a file.
 * @param {string} place
 * @param {(draft: string, folder: string) => Promise<void>} make writes the draft; the folder is its own and is removed
 */
export async function inOneMove(place, make) {
  mkdirSync(path.dirname(place), { recursive: true });
  removeOldDrafts(path.dirname(place));
  const folder = mkdtempSync(path.join(path.dirname(place), DRAFT));
  try {
    const draft = path.join(folder, path.basename(place));
    await make(draft, folder);
    renameSync(draft, place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
