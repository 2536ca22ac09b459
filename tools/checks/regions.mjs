// What a screen reader is told by itself holds nothing to press, and the name of a toggle says what it switches, not its state.
import { parse } from 'vue/compiler-sfc';
import { read, sources } from './files.mjs';

const ELEMENT = 1;
const INTERPOLATION = 5;
const DIRECTIVE = 7;
const PRESSED = /^(?:button|a|select|input|textarea|summary|UiButton|RouterLink|CopyButton|FilePicker|ActButton)$/;
/** One of two names; not `a?.b`, `a ?? b`, nor a label that only replaces the text. */
const CHOICE = /(?<!\?)\?(?![.?])(?!.*: undefined$)/;
const STATES = ['aria-pressed', 'aria-expanded'];

const attribute = (node, name) =>
  node.props.find((prop) => prop.name === name && prop.type !== DIRECTIVE)?.value?.content;
const binding = (node, name) =>
  node.props.find((prop) => prop.type === DIRECTIVE && prop.name === 'bind' && prop.arg?.content === name)?.exp
    ?.content;
const isRegion = (node) =>
  attribute(node, 'role') === 'status' ||
  attribute(node, 'role') === 'alert' ||
  attribute(node, 'aria-live') !== undefined;

function* elementsIn(node) {
  for (const child of node.children ?? []) {
    if (child.type !== ELEMENT) continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** What the name of a button is made of: its texts, or the label that replaces them. */
function namesOf(node) {
  const label = binding(node, 'aria-label');
  if (label) return [label];
  const own = (node.children ?? []).filter(({ type }) => type === INTERPOLATION).map(({ content }) => content.content);
  const inner = [...elementsIn(node)].filter((child) => attribute(child, 'aria-hidden') !== 'true').flatMap(namesOf);
  return [...own, ...inner];
}

const lineOf = (file, node) => `${file}:${node.loc.start.line}`;

/** @returns {string[]} a sentence for each fault of a component's template */
export function regionProblems(file, text) {
  const { ast } = parse(text, { filename: file }).descriptor.template ?? {};
  if (!ast) return [];
  return [...elementsIn(ast)].flatMap((node) => {
    const inside = [...elementsIn(node)];
    const held = isRegion(node) ? inside.find(({ tag }) => PRESSED.test(tag)) : undefined;
    const region = PRESSED.test(node.tag) ? inside.find(isRegion) : undefined;
    const changing = STATES.some((state) => binding(node, state)) && namesOf(node).some((name) => CHOICE.test(name));
    return [
      ...(held
        ? [`${lineOf(file, node)} is read out by itself and holds a ${held.tag}: move it beside the region`]
        : []),
      ...(region
        ? [`${lineOf(file, node)} is a button whose name is read out by itself: move the region beside it`]
        : []),
      ...(changing ? [`${lineOf(file, node)} says its state in its name as well: one of the two`] : []),
    ];
  });
}

export const checkRegions = () => sources(/\.vue$/).flatMap((file) => regionProblems(file, read(file)));
