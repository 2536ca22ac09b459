// Sizes that make a reviewer look twice. They warn: passing one wants a reason, not a trick.
import ts from 'typescript';
import { read, scriptOf, sources } from './files.mjs';

const FILE_LINES = 300;
const FUNCTION_LINES = 40;
const PARAMETERS = 4;
/** Narrower budgets, first match wins. A use case is a verb-noun file in a feature: it has no role in its name. */
const NARROWER = [
  [/\.vue$/, 150, 'component'],
  [/\.resolver\.ts$/, 150, 'resolver'],
  [/\/features\/[^/]+\/[a-z]+(?:-[a-z]+)+\.ts$/, 150, 'use case'],
];
const TESTS = /\.(?:test|spec)\.\w+$/;

const lineOf = (source, position) => source.getLineAndCharacterOfPosition(position).line + 1;

const isFunction = (node) => ts.isFunctionLike(node) && node.body;

function* functionsIn(node) {
  if (isFunction(node)) yield node;
  for (const child of node.getChildren()) yield* functionsIn(child);
}

/** The functions directly inside: what they hold counts for them. */
function* innerFunctions(node) {
  for (const child of node.getChildren()) {
    if (isFunction(child)) yield child;
    else yield* innerFunctions(child);
  }
}

function functionWarnings(file, text) {
  const source = ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  return [...functionsIn(source)].flatMap((node) => {
    const first = lineOf(source, node.getStart());
    const length = (each) => lineOf(source, each.end) - lineOf(source, each.getStart()) + 1;
    const inner = [...innerFunctions(node)].reduce((sum, each) => sum + length(each) - 1, 0);
    const lines = length(node) - inner;
    const count = node.parameters.filter((parameter) => parameter.name.getText() !== 'this').length;
    return [
      ...(lines > FUNCTION_LINES && !TESTS.test(file)
        ? [`${file}:${first} function of ${lines} lines (${FUNCTION_LINES})`]
        : []),
      ...(count > PARAMETERS ? [`${file}:${first} ${count} parameters (${PARAMETERS})`] : []),
    ];
  });
}

export function budgetWarnings(file, text) {
  const lines = text.trimEnd().split('\n').length;
  const [, budget = FILE_LINES, kind = 'file'] =
    NARROWER.find(([pattern]) => pattern.test(file) && !TESTS.test(file)) ?? [];
  const size = lines > budget ? [`${file} ${kind} of ${lines} lines (${budget})`] : [];
  return [...size, ...functionWarnings(file, text)];
}

export const checkBudgets = () => sources(/\.(?:ts|mjs|vue)$/).flatMap((file) => budgetWarnings(file, read(file)));
