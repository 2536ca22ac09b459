// Where a LiveKit server is kept from one start to the next: outside the clone, as it takes minutes to make.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
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

/** Folders for what takes minutes to make, the preferred one first. Below the data folder it is made again for each. */
const cacheHomes = (dataDir) => [
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  path.join(dataDir, 'cache'),
];

function canWriteIn(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checked before the build, which takes minutes.
 * @param {string} name of the file, below a cache folder
 * @returns {{ place: string, home: string, isFallback: boolean }} where it is, or is to be made
 * @throws when no folder can be written in
 */
export function cachePlace(name, dataDir = path.join(root, 'data')) {
  const homes = cacheHomes(dataDir);
  const home =
    homes.find((folder) => existsSync(path.join(folder, name))) ??
    homes.find((folder) => canWriteIn(path.dirname(path.join(folder, name))));
  if (!home)
    throw new Error(`Neither ${homes.join(' nor ')} can be written in: set XDG_CACHE_HOME to a folder that can.`);
  return { place: path.join(home, name), home, isFallback: home !== homes[0] };
}

/** Go keeps its own files in the home folder; where that can't be written in, they go beside ours. */
export const goFolders = ({ home, isFallback }) =>
  isFallback ? { GOCACHE: path.join(home, 'go-build'), GOPATH: path.join(home, 'go') } : {};

/** @returns {string} the name of the server's file below a cache folder */
export function serverName() {
  const sums = createHash('sha256')
    .update(readFileSync(path.join(moduleDir, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const name = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';
  return path.join('tandem/livekit', `${pinnedVersion()}-${sums}`, name);
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
 * Puts a file in its place in one move: two concurrent starts may both build it, and none may run an incomplete file.
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
