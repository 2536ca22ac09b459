// Suppressions say why, and nothing is left for later.
import { read, sources } from './files.mjs';

const REASONLESS = /eslint-disable(?:-next-line|-line)?(?![^\n]*\s--\s\S)/;
/** Prettier takes no words beside its own: they stand in the comment above. */
const UNTOUCHED = /\/\/ prettier-ignore$/;
const COMMENT = /(?:\*\/|\/\/ .+)$/;
const LATER = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const FOCUSED = /\b(?:describe|it|test)\.(?:only|skip)\(/;

/** @returns {string[]} */
export function leftovers(file, text) {
  return text.split('\n').flatMap((line, index, lines) => {
    const isUnexplained = UNTOUCHED.test(line) && !COMMENT.test(lines[index - 1] ?? '');
    const at = `${file}:${index + 1}`;
    return [
      ...(REASONLESS.test(line) || isUnexplained ? [`${at} switches a rule off without a reason (" -- why")`] : []),
      ...(LATER.test(line) ? [`${at} leaves something for later`] : []),
      ...(FOCUSED.test(line) ? [`${at} leaves tests out`] : []),
    ];
  });
}

const OWN = /^tools\/checks\//;

export function checkLeftovers() {
  const files = sources(/\.(?:ts|mjs|cjs|js|vue|prisma|graphql)$/).filter((file) => !OWN.test(file));
  return files.flatMap((file) => leftovers(file, read(file)));
}
