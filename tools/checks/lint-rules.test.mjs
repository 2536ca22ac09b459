// The linter's rules of this house still bite. Each text is linted in the place of a file that exists.
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
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
