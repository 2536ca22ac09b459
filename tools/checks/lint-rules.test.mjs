// The linter's rules of this house still bite. Each text is linted in the place of a file that exists.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import stylelint from 'stylelint';
import { describe, expect, it } from 'vitest';
import { FLOOR } from '../pages/floor.mjs';
import { root, sources } from './files.mjs';

const eslint = new ESLint({ cwd: root });
const SERVER = 'apps/api/src/platform/db/migrate.ts';
const SLOW = 60_000;

async function broken(file, text) {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return result.messages.map(({ ruleId }) => ruleId);
}

describe('the linter on the server', () => {
  it(
    'refuses a forgotten promise',
    async () => {
      const text = 'const act = async () => 1;\nexport function f() {\n  act();\n}\n';
      expect(await broken(SERVER, text)).toEqual(['@typescript-eslint/no-floating-promises']);
    },
    SLOW,
  );

  it('refuses the environment, the wall clock and guessable numbers', async () => {
    const text = 'export const all = [process.env.HOME, Date.now(), new Date(), Math.random()];\n';
    expect(await broken(SERVER, text)).toEqual(Array(4).fill('no-restricted-syntax'));
  });

  it('refuses a search in which % stands for anything', async () => {
    const text = "export const where = { name: { contains: 'a' } };\n";
    expect(await broken(SERVER, text)).toEqual(['no-restricted-syntax']);
  });

  it('lets the configuration read the environment', async () => {
    expect(await broken('apps/api/src/platform/config/index.ts', 'export const home = process.env.HOME;\n')).toEqual(
      [],
    );
  });
});

describe('the linter in a component', () => {
  const [component] = sources(/\.vue$/);
  const page = (script, template) =>
    `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n${template}\n</template>\n`;

  it(
    'refuses a text that is not translated',
    async () => {
      expect(await broken(component, page('', '<p>Hello there</p>'))).toContain('vue/no-bare-strings-in-template');
    },
    SLOW,
  );

  it('refuses a network call', async () => {
    const text = page("void fetch('/graphql');", '<p />');
    expect(await broken(component, text)).toEqual(['no-restricted-globals']);
  });

  it('refuses what only a mouse can press, and a picture without words', async () => {
    const rules = await broken(component, page('const go = () => 1;', '<div @click="go"><img src="a.png" /></div>'));
    expect(rules).toContain('vuejs-accessibility/click-events-have-key-events');
    expect(rules).toContain('vuejs-accessibility/alt-text');
  });
});

describe('the linter of what pages may use', () => {
  const PORTAL = 'apps/customer-portal/src/features/session/room/use-seen-height.ts';
  const CONSOLE = 'apps/csr-console/src/features/session/dashboard/use-title.ts';
  /** Each is newer than the oldest browser that is promised. */
  const NEWER = [
    ['[2, 1].toSorted()', 'es-x/no-array-prototype-tosorted'],
    ['new Set([1]).union(new Set([2]))', 'es-x/no-set-prototype-union'],
    ["'a'.isWellFormed()", 'es-x/no-string-prototype-iswellformed'],
    ['Promise.withResolvers()', 'es-x/no-promise-withresolvers'],
    ['Object.groupBy([1], String)', 'es-x/no-object-groupby'],
    ['/(?<=a)b/u', 'es-x/no-regexp-lookbehind-assertions'],
    ["new URLPattern({ pathname: '/' })", 'compat/compat'],
    ["URL.canParse('a')", 'no-restricted-properties'],
    ['AbortSignal.any([])', 'no-restricted-properties'],
  ];

  it('refuses what is newer than the floor, in a file and in a component', { timeout: SLOW }, async () => {
    for (const [expression, rule] of NEWER) {
      expect(await broken(PORTAL, `export const value: unknown = ${expression};\n`), expression).toContain(rule);
      const text = `<script setup lang="ts">\ndefineProps<{ x: unknown }>();\nconst value: unknown = ${expression};\n</script>\n\n<template><p>{{ value }}</p></template>\n`;
      expect(await broken('apps/csr-console/src/App.vue', text), expression).toContain(rule);
    }
  });

  it('lets the console use what its own floor has, and the portal not', { timeout: SLOW }, async () => {
    const text = "export const packed = new CompressionStream('gzip');\n";
    expect(await broken(PORTAL, text)).toEqual(['compat/compat']);
    expect(await broken(CONSOLE, text)).toEqual([]);
  });

  it('lets the server use everything', { timeout: SLOW }, async () => {
    expect(await broken(SERVER, 'export const sorted = [2, 1].toSorted();\n')).toEqual([]);
  });

  it('refuses styles that are newer than the floor', { timeout: SLOW }, async () => {
    const styled = async (file, code) => {
      const { results } = await stylelint.lint({ cwd: root, code, codeFilename: path.join(root, file) });
      return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
    };
    const rule = 'plugin/no-unsupported-browser-features';
    const css = 'p:has(b) {\n  color: red;\n}\n';
    expect(await styled('apps/customer-portal/src/portal.css', css)).toEqual([rule]);
    expect(
      await styled('apps/csr-console/src/App.vue', `<template><p /></template>\n\n<style>\n${css}</style>\n`),
    ).toEqual([rule]);
    expect(await styled('apps/customer-portal/src/portal.css', 'p {\n  color: red;\n}\n')).toEqual([]);
  });
});

describe('the floor of browsers', () => {
  const of = (page) => Object.fromEntries(FLOOR[page].map((each) => each.split(' ')));
  const read = (file) => readFileSync(path.join(root, file), 'utf8').replace(/\s+/g, ' ');
  const major = (version) => version.replace(/\.0$/, '');

  it('is the one that people are told of, in README and by the page itself', () => {
    const [portal, desk] = [of('portal'), of('console')];
    expect(portal.edge).toBe(portal.chrome);
    expect({ ...desk, safari: '', ios_saf: '' }).toEqual({ ...portal, safari: '', ios_saf: '' });
    const readme = read('README.md');
    expect(readme).toContain(
      `Chrome, Edge and other browsers based on Chromium from ${portal.chrome}, Firefox from ${portal.firefox} (ESR), Safari and everything on iOS from ${major(portal.safari)}. CSRs: the same, but Safari from ${desk.safari}.`,
    );
    const page = read('tools/pages/floor.js');
    expect(page).toContain(`'Chrome·Edge ${portal.chrome}, Firefox ${portal.firefox}, Safari ${desk.safari} 이상'`);
    expect(page).toContain(
      `'Chrome·Edge ${portal.chrome}, Firefox ${portal.firefox}, Safari(iOS) ${major(portal.safari)} 이상'`,
    );
    expect(page).toContain(`Chrome or Edge ${portal.chrome}, Firefox ${portal.firefox}, `);
    expect(page).toContain(`'Safari ${desk.safari}' : 'Safari (iOS) ${major(portal.safari)}'`);
  });
});
