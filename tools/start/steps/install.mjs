import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { npm } from '../processes.mjs';
import { Problem, step } from '../say.mjs';

const OLDEST_NODE = [22, 18];
/** Where the pinned Node comes as a package, the one that runs this launcher may be older. */
const bringsNode = process.platform === 'linux' && process.arch === 'x64';

/** Building takes the packages for development too, whatever NODE_ENV and npm's own settings leave out. */
const EVERYTHING = ['--include=prod', '--include=dev', '--include=optional', '--include=peer'];

/** `npm ci`, when the installed packages are not those of the lock file. */
export async function install() {
  checkNode(process.versions.node);
  if (isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'))) return;
  await step('Installing the packages (a minute or two)', async () => {
    const { code, lines } = await npm(['ci', ...EVERYTHING, '--loglevel=error', '--no-audit', '--no-fund']);
    if (code !== 0)
      throw new Problem(
        'npm ci failed, see above: look at the network and the free disk space, then run npm start again.',
        {
          details: lines,
        },
      );
  });
}

export function checkNode(version, hasOwn = bringsNode) {
  const [major, minor] = version.split('.').map(Number);
  if (hasOwn || major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Problem(`Node ${version} is too old for Tandem: install Node ${OLDEST_NODE.join('.')} or newer.`);
}

function readJson(name) {
  const file = path.join(root, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Compares the lock file with npm's own record of what it installed, which npm writes last: an interrupted install
 * leaves none. Optional packages of other systems may be missing.
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const wanted = Object.entries(lock.packages).filter(([place]) => place.includes('node_modules/'));
  return wanted.every(([place, { version, integrity, link, resolved, optional, devOptional }]) => {
    const found = installed.packages[place];
    if (!found) return Boolean(optional || devOptional);
    return link ? found.resolved === resolved : found.version === version && found.integrity === integrity;
  });
}
