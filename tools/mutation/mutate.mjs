// `npm run mutate -- libs/domain [file …]`: changes the code in hundreds of small ways, one at a time, and tells which
// changes no test notices. Slow, so it is no part of `npm test`. What is measured is kept after each group of files: an
// interrupted run goes on from there, and a later one only tries what has changed since.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, toolEnv } from '../start/paths.mjs';
import { printScores } from './scores.mjs';
import { TARGETS } from './targets.mjs';

/** Percent of the changes that some test must notice. */
const WANTED = 80;
/** Few enough that little is lost with an interrupted group. */
const FILES_IN_A_GROUP = 6;
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

const args = process.argv.slice(2);
const isAnew = args.includes('--anew');
const [name, ...named] = args.filter((arg) => arg !== '--anew');
const target = TARGETS[name];
if (!target) {
  console.error(`Name one of: ${Object.keys(TARGETS).join(', ')}; then, if you like, some of its files.`);
  process.exit(2);
}

const results = path.join(root, 'node_modules/.cache/tandem/mutation', name.replace('/', '-'));
const measured = path.join(results, 'measured.json');
const report = path.join(results, 'mutation.html');

const optionsFor = (files) => ({
  testRunner: 'vitest',
  vitest: { configFile: target.config, dir: target.tests },
  mutate: files,
  ignorePatterns: LEFT_OUT,
  concurrency: 1,
  incremental: true,
  incrementalFile: measured,
  tempDirName: '.stryker-tmp',
  reporters: ['html', 'progress-append-only'],
  htmlReporter: { fileName: report },
});

/** The files to measure, those of a folder beside each other: the same tests are loaded for them. */
function groups() {
  const files = named.length
    ? named.map((file) => path.relative(root, path.resolve(file)))
    : globSync(target.mutate, { cwd: root, exclude: target.leftOut }).sort();
  return Object.values(Object.groupBy(files, (file) => path.dirname(file))).flatMap((beside) =>
    Array.from({ length: Math.ceil(beside.length / FILES_IN_A_GROUP) }, (_, at) =>
      beside.slice(at * FILES_IN_A_GROUP, (at + 1) * FILES_IN_A_GROUP),
    ),
  );
}

function measure(files) {
  const config = path.join(results, 'stryker.json');
  writeFileSync(config, JSON.stringify(optionsFor(files), null, 2));
  return run(path.join(home, 'node_modules/.bin/stryker'), ['run', config], root);
}

mkdirSync(results, { recursive: true });
if (isAnew) rmSync(measured, { force: true });
const isDone =
  install() === 0 &&
  groups()
    .map(measure)
    .every((status) => status === 0);
const noticed = existsSync(measured) ? printScores(JSON.parse(readFileSync(measured, 'utf8')).files) : 0;
process.exitCode = isDone && noticed >= WANTED ? 0 : 1;
console.log(`Each change in its place: ${report}`);
