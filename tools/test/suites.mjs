// How each lane runs. Every suite returns counts by lane; the launcher adds them up.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { installedServers } from '../database/find.mjs';
import { startThrowaway } from '../database/throwaway.mjs';
import { add, none, playwrightCounts, vitestCounts } from './counts.mjs';
import { JOURNEY_TAGS, testsOf } from './lanes.mjs';
import { root, run, workDir } from './process.mjs';

/** One command that is itself the test: it passes or fails as a whole. */
export async function command(lane, label, name, args) {
  const { code, log } = await run(label, name, args);
  const counts = code === 0 ? { ...none(), passed: 1 } : { ...none(), failed: 1, failures: [label] };
  return { [lane]: counts, failedLogs: code === 0 ? [] : [log] };
}

/**
 * Runs vitest in every workspace that has tests of a kind, one after the other.
 * @param {{ lane: string, kind: string, grep?: string, env?: object, name?: string, only?: (file: string) => boolean }} what
 */
export async function vitest({ lane, kind, grep, env, name = lane, only = () => true }) {
  let counts = none();
  const failedLogs = [];
  for (const { workspace, files: all } of testsOf(kind)) {
    const files = all.filter(only);
    if (!files.length) continue;
    const label = `${name} ${workspace}`;
    const report = path.join(workDir, `${label.replace(/\W+/g, '-')}.json`);
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const filter = grep ? ['-t', grep, '--passWithNoTests'] : [];
    const cwd = path.join(root, workspace);
    const { code, log } = await run(label, 'vitest', ['run', ...reporters, ...filter, ...files], { cwd, env });
    const result = vitestCounts(report, code, label);
    counts = add(counts, result);
    if (result.failed) failedLogs.push(log);
  }
  return { [lane]: counts, failedLogs };
}

/**
 * The lane runs on the PostgreSQL that people run, the package's. Where the machine has an older one that Tandem supports
 * too, the migrations and the code that uses the database directly run there as well.
 */
export async function onOldest(options) {
  const server = installedServers().at(-1);
  if (!server) {
    console.log('  This machine has no PostgreSQL of its own: none is tested beside that of the package.');
    return { [options.lane]: none(), failedLogs: [] };
  }
  console.log(`  PostgreSQL ${server.version}`);
  const { url, stop } = await startThrowaway({ server });
  const only = (file) => /\.int\.test\.ts$/.test(file);
  const env = { TEST_DATABASE_URL: url };
  try {
    return await vitest({ ...options, kind: 'database', name: `PostgreSQL ${server.major}`, only, env });
  } finally {
    await stop();
  }
}

const TAGS = Object.values(JOURNEY_TAGS).filter(Boolean);
const ofTag = (tag) => (tag ? `(?=.*@${tag})` : `(?!.*@(?:${TAGS.join('|')}))`);

/** @param {{ lanes: Set<string>, grep?: string, env?: object }} what the wanted ones of `chromium`, `firefox`, `display` */
export async function journeys({ lanes, grep, env }) {
  const report = path.join(workDir, 'journeys.json');
  rmSync(report, { force: true });
  const wanted = Object.keys(JOURNEY_TAGS).filter((lane) => lanes.has(lane));
  const chosen = wanted.map((lane) => ofTag(JOURNEY_TAGS[lane])).join('|');
  const args = ['test', '--reporter=list,json', '--grep', `^(?:${chosen})${grep ? `(?=.*(?:${grep}))` : ''}`];
  if (grep) args.push('--pass-with-no-tests');
  const all = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { code, log } = await run('journeys', 'playwright', args, { cwd: path.join(root, 'e2e'), env: all });
  const byTag = playwrightCounts(report, code, TAGS);
  const counts = Object.fromEntries(wanted.map((lane) => [lane, byTag[JOURNEY_TAGS[lane]]]));
  // Those of a runner that broke have no tag: without the lane of Chromium they belong to the first that was wanted.
  if (!lanes.has('chromium')) counts[wanted[0]] = add(counts[wanted[0]], byTag['']);
  const isBroken = Object.values(counts).some(({ failed }) => failed > 0);
  return { ...counts, failedLogs: isBroken ? [log] : [] };
}
