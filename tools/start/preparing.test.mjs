import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';
import { logFile } from './log-file.mjs';
import { checkPlace } from './place.mjs';
import { checkNode, isInstalled } from './steps/install.mjs';

let dir = '';
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'tandem-start-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name, text) => {
  mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  writeFileSync(path.join(dir, name), text);
};

describe('whether the packages are installed', () => {
  const vue = { version: '3.5.0', integrity: 'sha512-a' };
  const mac = { version: '1.0.0', integrity: 'sha512-b', optional: true };
  const api = { resolved: 'apps/api', link: true };
  const places = { vue: 'node_modules/vue', mac: 'node_modules/mac', api: 'node_modules/@tandem/api' };
  const lock = {
    packages: { '': {}, 'apps/api': { version: '0.1.0' }, [places.vue]: vue, [places.mac]: mac, [places.api]: api },
  };
  const installed = (packages) => isInstalled(lock, { packages });

  it('is so when npm recorded the same, packages of other systems left out', () => {
    expect(installed({ [places.vue]: vue, [places.api]: api })).toBe(true);
  });

  it('is not so when npm recorded nothing, another version, other content, or lacks a workspace', () => {
    expect(isInstalled(lock, undefined)).toBe(false);
    expect(installed({ [places.vue]: { ...vue, version: '3.4.0' }, [places.api]: api })).toBe(false);
    expect(installed({ [places.vue]: { ...vue, integrity: 'sha512-c' }, [places.api]: api })).toBe(false);
    expect(installed({ [places.vue]: vue })).toBe(false);
    expect(installed({ [places.api]: api })).toBe(false);
  });
});

describe('where Tandem stands', () => {
  it.each(['a#b', 'a?b', `a${path.delimiter}b`])('must be a folder that it can be built in: not %s', (name) => {
    expect(() => checkPlace({ dataDir: dir }, path.join(dir, name))).toThrow("Tandem can't be built in");
    expect(() => checkPlace({ dataDir: dir }, path.join(dir, '지원 (a) [b] &20%'))).not.toThrow();
  });

  it('must have a data folder that can be written in', () => {
    write('file', '');
    expect(() => checkPlace({ dataDir: path.join(dir, 'file/data') })).toThrow(
      /^The data folder .* can't be used \(E[A-Z]+\)/,
    );
  });
});

describe('the Node that runs it', () => {
  it('must be new enough where none comes as a package', () => {
    for (const version of ['20.20.2', '22.17.9']) expect(() => checkNode(version, false)).toThrow('is too old');
    for (const version of ['22.18.0', '24.0.0']) expect(() => checkNode(version, false)).not.toThrow();
    expect(() => checkNode('20.20.2', true)).not.toThrow();
  });
});

describe('the fingerprint of files', () => {
  const isLeftOut = (name) => name === 'dist';
  const print = (options) => fingerprint(dir, ['src', 'package.json', 'none'], { isLeftOut, ...options });

  beforeEach(() => {
    write('src/a/one.ts', '1');
    write('src/two.ts', '2');
    write('package.json', '{}');
  });

  it('stays while content does, whatever the dates and what is left out', () => {
    const before = print();
    utimesSync(path.join(dir, 'src/two.ts'), 1, 1);
    write('src/dist/out.js', 'x');
    expect(print()).toBe(before);
  });

  it('changes with content, with names and with new files', () => {
    const seen = new Set([print()]);
    write('src/a/one.ts', '9');
    seen.add(print());
    write('src/a/three.ts', '');
    seen.add(print());
    rmSync(path.join(dir, 'src/two.ts'));
    seen.add(print());
    expect(seen.size).toBe(4);
  });

  it('goes by dates when asked to', () => {
    const before = print({ by: 'date' });
    utimesSync(path.join(dir, 'src/two.ts'), 1, 1);
    expect(print({ by: 'date' })).not.toBe(before);
  });
});

describe('a log file', () => {
  const content = (name) => readFileSync(path.join(dir, name), 'utf8');

  it('is for its owner alone and goes on where it was', () => {
    const file = path.join(dir, 'logs/api.log');
    logFile(file)('one');
    logFile(file)('two');
    expect(content('logs/api.log')).toBe('one\ntwo\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is put aside past its size, three times at most', () => {
    const log = logFile(path.join(dir, 'api.log'), { maxBytes: 8 });
    for (const number of [1, 2, 3, 4, 5]) log(`line ${number}`);
    const kept = ['api.log', 'api.log.1', 'api.log.2', 'api.log.3'].map(content);
    expect(kept).toEqual(['line 5\n', 'line 4\n', 'line 3\n', 'line 2\n']);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'ends nobody on a full disk, and tells what was lost when there is room again',
    () => {
      const file = path.join(dir, 'api.log');
      symlinkSync('/dev/full', file);
      const log = logFile(file);
      log('one');
      log('two');
      rmSync(file);
      log('three');
      expect(content('api.log')).toBe('… 2 lines could not be written\nthree\n');
    },
  );

  it('leaves tokens out', () => {
    logFile(path.join(dir, 'api.log'))('{"url":"/rtc?access_token=ey.J.x&auto=1"}');
    expect(content('api.log')).toBe('{"url":"/rtc?access_token=…&auto=1"}\n');
  });
});
