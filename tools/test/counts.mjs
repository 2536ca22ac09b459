// Reads what test runners report. A file that does not load, or a runner that dies, is a failure too.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const REASON_LINES = 12;
const REASON_WIDTH = 200;

export const none = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** A runner that says failure while no test does: an unhandled error, a crash, a file with nothing in it. */
function orBroken(counts, code, label) {
  if (code === 0 || counts.failed > 0) return counts;
  return add(counts, { ...none(), failed: 1, failures: [`${label} ended with code ${code}`] });
}

/** A failed test's name, and below it the first lines of the error, so that the end of the output suffices. */
function failure(name, message = '') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() && !/^\s*at /.test(line));
  return [name, ...lines.slice(0, REASON_LINES).map((line) => `      ${line.slice(0, REASON_WIDTH)}`)].join('\n');
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** @param {string} file of vitest's JSON reporter */
export function vitestCounts(file, code, label) {
  const report = readJson(file);
  let counts = none();
  for (const suite of report?.testResults ?? []) {
    const failing = suite.assertionResults.filter((test) => test.status === 'failed');
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') counts.passed++;
      else if (test.status !== 'failed') counts.skipped++;
    }
    counts.failed += failing.length;
    counts.failures.push(
      ...failing.map((test) => failure(`${suite.name}: ${test.fullName}`, test.failureMessages?.[0])),
    );
    if (suite.status === 'failed' && !failing.length) {
      counts = add(counts, { ...none(), failed: 1, failures: [`${suite.name}: ${suite.message || 'does not load'}`] });
    }
  }
  return orBroken(counts, code, label);
}

function* specsOf(suites = []) {
  for (const suite of suites) {
    yield* suite.specs ?? [];
    yield* specsOf(suite.suites);
  }
}

/**
 * @param {string} file of Playwright's JSON reporter
 * @param {string[]} tags
 * @returns {Record<string, object>} counts of the tests by the first tag that they have, '' for none of them. One that
 *   passes only when it is tried again counts as failed.
 */
export function playwrightCounts(file, code, tags) {
  const report = readJson(file);
  const byTag = Object.fromEntries(['', ...tags].map((tag) => [tag, none()]));
  for (const spec of specsOf(report?.suites)) {
    const counts = byTag[tags.find((tag) => spec.tags.includes(tag)) ?? ''];
    for (const test of spec.tests) {
      if (test.status === 'expected') counts.passed++;
      else if (test.status === 'skipped') counts.skipped++;
      else {
        counts.failed++;
        const error = test.results?.at(-1)?.error;
        counts.failures.push(failure(`${spec.file}: ${spec.title} (${test.status})`, error?.message));
      }
    }
  }
  const hasFailed = Object.values(byTag).some(({ failed }) => failed > 0);
  const errors = (report?.errors ?? []).map((error) => error.message.split('\n')[0]);
  const broken =
    code !== 0 && !hasFailed
      ? { ...none(), failed: 1, failures: [`Playwright: ${errors.join('; ') || `code ${code}`}`] }
      : none();
  return { ...byTag, '': add(byTag[''], broken) };
}
