import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const dir = mkdtempSync(path.join(tmpdir(), 'tandem-counts-'));
afterAll(() => rmSync(dir, { recursive: true }));
const report = (content) => {
  const file = path.join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const suite = (...statuses) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `t${index}` })),
});

describe('counts of vitest', () => {
  it('tells passed, failed and skipped apart', () => {
    const file = report({ testResults: [suite('passed', 'failed', 'skipped', 'todo'), suite('passed')] });
    expect(vitestCounts(file, 1, 'unit')).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['a.test.ts: t1'] });
  });

  it('says below its name why a test failed', () => {
    const failed = suite('failed');
    failed.assertionResults[0].failureMessages = [
      '\u001b[31mAssertionError: 1 is not 2\u001b[0m\n\n    at a.test.ts:3',
    ];
    expect(vitestCounts(report({ testResults: [failed] }), 1, 'unit').failures).toEqual([
      'a.test.ts: t0\n      AssertionError: 1 is not 2',
    ]);
  });

  it('counts a file that does not load as a failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    const counts = vitestCounts(report({ testResults: [suite('passed'), broken] }), 1, 'unit');
    expect(counts).toMatchObject({ passed: 1, failed: 1, failures: ['b.test.ts: no such module'] });
  });

  it('fails when the runner does although every test passes', () => {
    expect(vitestCounts(report({ testResults: [suite('passed')] }), 1, 'unit')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('fails when there is no report', () => {
    expect(vitestCounts(path.join(dir, 'none.json'), 1, 'unit').failed).toBe(1);
  });
});

describe('counts of Playwright', () => {
  const spec = (status, ...tags) => ({ title: status, file: 'j.spec.ts', tags, tests: [{ status }] });

  it('separates the tests by their tags, nested ones too', () => {
    const nested = {
      suites: [{ specs: [spec('expected', 'display'), spec('unexpected'), spec('expected', 'firefox')] }],
    };
    const file = report({ suites: [{ specs: [spec('expected'), spec('skipped')], suites: nested.suites }] });
    const { display, firefox, ...untagged } = playwrightCounts(file, 1, ['firefox', 'display']);
    expect(display).toMatchObject({ passed: 1, failed: 0, skipped: 0 });
    expect(firefox).toMatchObject({ passed: 1, failed: 0, skipped: 0 });
    expect(untagged['']).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  });

  it('says below its name why a test failed', () => {
    const failed = {
      ...spec('unexpected'),
      tests: [{ status: 'unexpected', results: [{ error: { message: 'no button' } }] }],
    };
    expect(playwrightCounts(report({ suites: [{ specs: [failed] }] }), 1, ['display'])[''].failures).toEqual([
      'j.spec.ts: unexpected (unexpected)\n      no button',
    ]);
  });

  it('counts a test that passes only on a second try as failed', () => {
    expect(playwrightCounts(report({ suites: [{ specs: [spec('flaky')] }] }), 0, ['display'])[''].failed).toBe(1);
  });

  it('fails when the run could not begin', () => {
    const file = report({ suites: [], errors: [{ message: 'no server\nstack' }] });
    expect(playwrightCounts(file, 1, ['display'])['']).toMatchObject({
      failed: 1,
      failures: ['Playwright: no server'],
    });
  });
});
