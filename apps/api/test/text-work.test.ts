import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import { CATALOGUE, UNEXPOSED_FILES, SHAPES, type Work } from './text-catalogue/index.js';

const root = path.resolve(import.meta.dirname, '../../..');
/**
 * A text of twice the length may cost twice the work, plus half of it again for work that does not depend on the text.
 */
const MOST_GROWTH = 2.5;

/** Processor time in microseconds. */
async function cost(run: Work['run'], text: string): Promise<number> {
  const before = process.cpuUsage();
  await run(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Texts that cost less than this do not delay others, even when a client sends them continuously. */
const NEGLIGIBLE = 1000;

/** The growth of the work for twice the length: the best of some rounds, and of more rounds before a failure. */
async function growth(run: Work['run'], short: string, long: string): Promise<number> {
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < 30; round++) {
    large = Math.min(large, await cost(run, long));
    if (large < NEGLIGIBLE) return 0;
    small = Math.min(small, await cost(run, short));
    if (round >= 2 && large / small <= MOST_GROWTH) break;
  }
  return large / small;
}

describe('the work for a text of the maximum length, for any content,', () => {
  it.each(CATALOGUE.map((work) => [work.name, work] as const))(
    'grows linearly: %s',
    { timeout: within(60_000) },
    async (_name, { run, most, shapes }) => {
      const grown: Record<string, string> = {};
      for (const [shape, write] of Object.entries({ ...SHAPES, ...shapes })) {
        const ratio = await growth(run, write(most / 2), write(most));
        if (ratio > MOST_GROWTH) grown[shape] = ratio.toFixed(1);
      }
      expect(grown).toEqual({});
    },
  );
});

/** Code that parses a text: repeating patterns, and calls that iterate over all of it. */
const WALKS = new Set(['split', 'matchAll', 'normalize', 'decode', 'segment', 'lexer']);
function takesTextApart(source: string): boolean {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest);
  const parses = (node: ts.Node): boolean => {
    if (ts.isRegularExpressionLiteral(node) && /[+*]|\{\d+,\}/.test(node.text)) return true;
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'RegExp') return true;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      if (WALKS.has(node.expression.name.text)) return true;
    return ts.forEachChild(node, (child) => parses(child) || undefined) ?? false;
  };
  return parses(file);
}
const scriptsOf = (vue: string) =>
  [...vue.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('\n');

describe('the catalogue of text functions', () => {
  const listed = new Set([...CATALOGUE.map(({ file }) => file), ...Object.keys(UNEXPOSED_FILES)]);
  const apart = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps/*/src/**', 'libs/*/src/**'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|vue)$/.test(file) && !/\.test\.ts$|\/gql\//.test(file))
    .filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return takesTextApart(file.endsWith('.vue') ? scriptsOf(text) : text);
    });

  it('contains every file that parses texts', () => {
    expect(apart.length).toBeGreaterThan(30);
    expect(apart.filter((file) => !listed.has(file))).toEqual([]);
  });

  it('excludes no file that does not', () => {
    expect(Object.keys(UNEXPOSED_FILES).filter((file) => !apart.includes(file))).toEqual([]);
  });
});
