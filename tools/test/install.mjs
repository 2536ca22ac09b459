// npm ci, when the installed packages are not those of the lock file.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, run, tail } from './process.mjs';

export async function install() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
  if (isCurrent) return;
  console.log('▸ installing packages, a minute or two');
  const { code, log } = await run('npm-ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error(`The packages could not be installed:\n${tail(log)}`);
}
