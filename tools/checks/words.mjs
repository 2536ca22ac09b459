// Comments, documents and schema descriptions use the field's terms (docs/glossary.md), not words with a private meaning.
import { globSync } from 'node:fs';
import ts from 'typescript';
import { read, root, scriptOf, sources } from './files.mjs';
import { EXCEPTIONS, WORDS } from './words-list.mjs';

const CODE = /\.(?:ts|mjs|vue)$/;
/** The list itself names the words. */
const OWN = /^tools\/checks\//;
const DIRECTIVE = /^\/\/ (?:eslint|prettier|@ts-|#)/;

const blank = (text) => text.replace(/[^\n]/g, ' ');

/** @returns {string} the text with everything but its comments blanked, so that positions stay true */
function commentsOf(file, text) {
  const script = scriptOf(file, text);
  const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found = new Map();
  const visit = (node) => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(script, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(script, node.end) ?? []),
    ])
      found.set(range.pos, range.end);
    if (!ts.isJSDoc(node)) node.getChildren(source).forEach(visit);
  };
  visit(source);
  let result = blank(script);
  for (const [start, end] of found) {
    const comment = script.slice(start, end);
    if (!DIRECTIVE.test(comment)) result = result.slice(0, start) + comment + result.slice(end);
  }
  return result;
}

const descriptionsOf = (text) => text.replace(/"""[\s\S]*?"""|[^\n]/g, (part) => (part.startsWith('"""') ? part : ' '));
const prismaCommentsOf = (text) => text.replace(/^.*?(?=\/\/|$)/gm, blank);

function proseOf(file, text) {
  if (file.endsWith('.md')) return text.replace(/^```[\s\S]*?^```/gm, blank);
  if (file.endsWith('.graphql')) return descriptionsOf(text);
  if (file.endsWith('.prisma')) return prismaCommentsOf(text);
  return commentsOf(file, text);
}

/** Identifiers, paths and addresses keep their names. A line break inside a comment is a space. */
const plain = (prose) =>
  prose
    .replace(/`[^`\n]*`|\]\([^)]*\)|https?:\/\/\S+|\S*\w[/.]\w\S*/g, blank)
    .replace(/\n[ \t]*(?:\*|\/\/\/?)(?= )/g, (part) => `\n${' '.repeat(part.length - 1)}`);

export function wordProblems(file, text, words = WORDS, exceptions = EXCEPTIONS) {
  const prose = plain(proseOf(file, text));
  return words.flatMap(({ word, instead }) => {
    const pattern = new RegExp(`\\b${word.source.replaceAll(' ', '\\s+')}\\b`, 'gi');
    return [...prose.matchAll(pattern)]
      .filter(({ index }) => {
        const around = prose.slice(Math.max(0, index - 60), index + 80).replace(/\s+/g, ' ');
        return !exceptions.some((each) => each.file === file && around.includes(each.phrase));
      })
      .map(({ 0: found, index }) => {
        const line = prose.slice(0, index).split('\n').length;
        return `${file}:${line} says "${found.replace(/\s+/g, ' ')}": write ${instead}`;
      });
  });
}

/** @returns {string[]} exceptions whose phrase is gone */
export const idleExceptions = (texts, exceptions = EXCEPTIONS) =>
  exceptions
    .filter(
      ({ file, phrase }) =>
        !texts
          .get(file)
          ?.replace(/\n\s*(?:\*|\/\/)?\s*/g, ' ')
          .includes(phrase),
    )
    .map(({ file, phrase }) => `the exception "${phrase}" for ${file} is not needed`);

export function checkWords() {
  const documents = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));
  const all = [...documents, ...sources(CODE), ...sources(/\.prisma$/), 'libs/contract/schema.graphql'];
  const files = all.filter((file) => !OWN.test(file));
  const texts = new Map(files.map((file) => [file, read(file)]));
  return [...[...texts].flatMap(([file, text]) => wordProblems(file, text)), ...idleExceptions(texts)];
}
