// npm test: everything, from a fresh clone. `npm test -- --lane unit,database --grep "joins"` runs a part.
// Node built-ins only, and no syntax newer than Node 20: the first run starts before anything is installed.
import { parseArgs } from 'node:util';
import { provideLiveKit } from '../start/livekit/provide.mjs';
import { install } from '../start/steps/install.mjs';
import { add, none } from './counts.mjs';
import { JOURNEY_TAGS, LANES, hasJourneys, testsOf } from './lanes.mjs';
import { endChildren, run, seconds, tail } from './process.mjs';
import { provideS3 } from './s3.mjs';
import { command, journeys, onOldest, vitest } from './suites.mjs';
import { prepareSystem } from './system.mjs';

const { values } = parseArgs({ options: { lane: { type: 'string' }, grep: { type: 'string' } } });
const { grep } = values;
const lanes = new Set(values.lane ? values.lane.split(',') : Object.keys(LANES));
const totals = Object.fromEntries(Object.keys(LANES).map((lane) => [lane, none()]));
totals.preparation = none();
const failedLogs = [];

/** Runs steps two at a time, the machine has two cores at least; each says when it begins and how it ended. */
async function inPairs(steps) {
  const queue = steps.filter(Boolean);
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await runStep(step);
  };
  await Promise.all([worker(), worker()]);
}

async function runStep({ title, lane, go }) {
  const started = Date.now();
  console.log(`▸ ${title}`);
  let result;
  try {
    result = await go();
  } catch (error) {
    result = { [lane]: { ...none(), failed: 1, failures: [`${title}: ${error.message}`] }, failedLogs: [] };
  }
  const { failedLogs: logs, ...counts } = result;
  failedLogs.push(...logs);
  let all = none();
  for (const [name, each] of Object.entries(counts)) {
    totals[name] = add(totals[name], each);
    all = add(all, each);
  }
  const mark = all.failed ? '✗' : '✓';
  console.log(`${mark} ${title}: ${all.passed} passed, ${all.failed} failed (${seconds(started)})`);
}

async function mustRun(title, name, args) {
  const started = Date.now();
  console.log(`▸ ${title}`);
  const { code, log } = await run(title, name, args);
  if (code === 0) return console.log(`✓ ${title} (${seconds(started)})`);
  console.log(tail(log));
  throw new Error(`${title} failed, so nothing after it can run`);
}

const step = (lane, title, go) => lanes.has(lane) && { lane, title, go };
const tool = (lane, title, name, args) => step(lane, title, () => command(lane, title, name, args));
const tests = (lane, title, options) => step(lane, title, () => vitest({ lane, grep, ...options }));

async function prepare() {
  const unknown = [...lanes].filter((lane) => !LANES[lane]);
  if (unknown.length)
    throw new Error(`There is no lane ${unknown.join(', ')}; there are ${Object.keys(LANES).join(', ')}.`);
  if (!prepareSystem(lanes)) throw new Error('The machine is not ready for the tests.');
  await install();
  await mustRun('generate the database client', 'prisma', ['generate', '--no-hints']);
}

const statics = [
  tool('types', 'types', 'npm', ['run', '-s', 'typecheck']),
  tool('types', 'types of the configuration', 'tsc', ['-p', 'tsconfig.json']),
  tool('lint', 'lint', 'npm', ['run', '-s', 'lint']),
  tool('lint', 'styles', 'npm', ['run', '-s', 'lint:styles']),
  tool('lint', 'layout', 'prettier', ['--check', '--cache', '.']),
  tool('lint', 'boundaries', 'npm', ['run', '-s', 'boundaries']),
  tool('lint', 'migrations match the schema', 'npm', ['run', '-s', 'db:check']),
  tool('lint', 'checks', 'node', ['tools/checks/check.mjs']),
];
const withoutMedia = [
  tests('unit', 'unit tests', { kind: 'unit' }),
  tests('database', 'tests with the database', { kind: 'database' }),
  step('database', 'the oldest PostgreSQL here', () => onOldest({ lane: 'database', grep })),
  tests('smtp', 'tests with SMTP', { kind: 'smtp' }),
  step('s3', 'tests with an S3-compatible store', withS3),
];

/** Without Go, or without its packages, files in a bucket stay untested, and that is said; CI takes no such excuse. */
async function withS3() {
  const store = await provideS3().catch((error) => error);
  if (typeof store === 'string') return vitest({ lane: 's3', kind: 's3', grep, env: { VERSITYGW: store } });
  if (process.env.CI) throw store;
  console.log(`  Files in a bucket are not tested: ${store.message}`);
  return { s3: { ...none(), skipped: 1 }, failedLogs: [] };
}

/** What needs the media server, and the journeys that need the product built. */
async function withMedia() {
  const wantsLivekit = lanes.has('livekit') && testsOf('livekit').length > 0;
  const journeyLanes = Object.keys(JOURNEY_TAGS).filter((lane) => lanes.has(lane));
  const wantsJourneys = journeyLanes.length > 0 && hasJourneys();
  if (!wantsLivekit && !wantsJourneys) return;
  // The command that starts one: each test decides when its server lives and dies.
  const env = { LIVEKIT_SERVER: await provideLiveKit() };
  if (wantsJourneys) await mustRun('build', 'npm', ['run', '-s', 'build']);
  // journeys often wait, so there is time for the others beside them
  await inPairs([
    wantsJourneys && { lane: journeyLanes[0], title: 'journeys', go: () => journeys({ lanes, grep, env }) },
    wantsLivekit && tests('livekit', 'tests with LiveKit', { kind: 'livekit', env }),
    wantsJourneys && !grep && tool('display', 'measurements, in small', 'npm', ['run', '-s', 'bench', '--', '--small']),
  ]);
}

/** In CI nothing may be left out, unless a person asked for a part by --grep. */
function laneProblem({ passed, failed, skipped }) {
  if (!process.env.CI || grep) return '';
  if (passed + failed === 0) return 'nothing ran';
  return skipped ? `${skipped} skipped` : '';
}

function summarize() {
  let all = totals.preparation;
  console.log('');
  for (const log of failedLogs) console.log(`── ${log}\n${tail(log)}\n`);
  for (const [lane, title] of Object.entries(LANES)) {
    if (!lanes.has(lane)) continue;
    const counts = totals[lane];
    const problem = laneProblem(counts);
    if (problem)
      totals[lane] = add(counts, { ...none(), failed: 1, failures: [`${title}: ${problem}, and CI is set`] });
    all = add(all, totals[lane]);
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
    console.log(`${title.padEnd(26)} ${totals[lane].passed} passed, ${totals[lane].failed} failed${skipped}`);
  }
  for (const failure of all.failures) console.log(`  ✗ ${failure}`);
  console.log(`\n${all.passed} passed, ${all.failed} failed`);
  return all.failed === 0 && all.passed > 0 ? 0 : 1;
}

async function main() {
  try {
    await prepare();
    await inPairs(statics);
    await inPairs(withoutMedia);
    await withMedia();
  } catch (error) {
    for (const line of error.details ?? []) console.log(`    ${line}`);
    totals.preparation = { ...none(), failed: 1, failures: [error.message] };
  } finally {
    endChildren();
  }
  process.exitCode = summarize();
}

await main();
