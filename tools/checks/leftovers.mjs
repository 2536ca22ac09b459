// Suppressions say why, and nothing is left for later.
import { read, sources } from './files.mjs';

const REASONLESS = /(?:eslint-disable(?:-next-line|-line)?(?![^\n]*\s--\s\S)|prettier-ignore(?![^\n]*\s\S))/;
const LATER = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const FOCUSED = /\b(?:describe|it|test)\.(?:only|skip)\(/;

/** @returns {string[]} */
export function leftovers(file, text) {
  return text.split('\n').flatMap((line, index) => {
    const at = `${file}:${index + 1}`;
    return [
      ...(REASONLESS.test(line) ? [`${at} switches a rule off without a reason (" -- why")`] : []),
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
