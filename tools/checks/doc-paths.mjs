// Every path that the documents name exists. A path is `code` with a slash, or the target of a link.
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { read, root } from './files.mjs';

const DOCUMENTS = ['*.md', 'docs/**/*.md'];
const TOP = /^(?:apps|libs|prisma|e2e|bench|tools|docs|\.ci)\//;
const FENCE = /^```[\s\S]*?^```/gm;

const exists = (from, target) => existsSync(path.join(root, from, target));

/** `apps/api/src/features/<f>/` and the like stand for many: at least one must exist. */
function codeExists(code) {
  const pattern = code.replace(/<[^>]*>/g, '*').replace(/\/$/, '');
  return pattern.includes('*') ? globSync(pattern, { cwd: root }).length > 0 : exists('', pattern);
}

export function brokenPaths(file, text) {
  const prose = text.replace(FENCE, '');
  const codes = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, code]) => code).filter((code) => TOP.test(code));
  const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link]) => link)
    .filter((link) => !/^\w+:/.test(link));
  return [
    ...codes.filter((code) => !codeExists(code)),
    ...links.filter((link) => !exists(path.dirname(file), decodeURI(link))),
  ];
}

export function checkDocPaths() {
  const files = DOCUMENTS.flatMap((pattern) => globSync(pattern, { cwd: root }));
  return files.flatMap((file) =>
    brokenPaths(file, read(file)).map((target) => `${file} names ${target}, which is not there`),
  );
}
