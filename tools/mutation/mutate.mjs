// `npm run mutate -- libs/domain [file …]`: changes the code in hundreds of small ways, one at a time, and tells which
// changes no test notices. Slow, so it is no part of `npm test`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, toolEnv } from '../start/paths.mjs';
import { TARGETS } from './targets.mjs';

/** Percent of the changes that some test must notice. */
const WANTED = 80;
/** Not copied to where the changed code runs. */
const LEFT_OUT = ['dist', 'out', 'data', 'data-*', '.nx', 'docs', 'bench', 'e2e', 'tools/mutation/node_modules'];
const home = import.meta.dirname;

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, env: toolEnv(), stdio: 'inherit' });
  return status ?? 1;
}

/** Stryker is installed here, by its own lock: an installation never downloads it. */
function install() {
  const installed = path.join(home, 'node_modules/.package-lock.json');
  const isFresh =
    existsSync(installed) && statSync(installed).mtimeMs > statSync(path.join(home, 'package-lock.json')).mtimeMs;
  return isFresh ? 0 : run('npm', ['ci', '--loglevel=error'], home);
}

const [name, ...files] = process.argv.slice(2);
const target = TARGETS[name];
if (!target) {
  console.error(`Name one of: ${Object.keys(TARGETS).join(', ')}; then, if you like, some of its files.`);
  process.exit(2);
}

const results = path.join(root, 'node_modules/.cache/tandem/mutation', name.replace('/', '-'));
const options = {
  testRunner: 'vitest',
  vitest: { configFile: target.config, dir: target.tests },
  mutate: files.length ? files.map((file) => path.relative(root, path.resolve(file))) : target.mutate,
  ignorePatterns: LEFT_OUT,
  concurrency: 1,
  incremental: false,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: path.join(results, 'mutation.json') },
  htmlReporter: { fileName: path.join(results, 'mutation.html') },
  thresholds: { high: WANTED, low: WANTED, break: WANTED },
};
mkdirSync(results, { recursive: true });
const config = path.join(results, 'stryker.json');
writeFileSync(config, JSON.stringify(options, null, 2));
process.exitCode = install() || run(path.join(home, 'node_modules/.bin/stryker'), ['run', config], root);
console.log(`Each change in its place: ${path.join(results, 'mutation.html')}`);
