// The GraphQL that the pages send, from their *.graphql files: each operation with the fragments that it reaches, and no other.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit } from 'graphql';
import { root } from '../start/paths.mjs';

const CLIENTS = ['libs/session-client/src/operations', 'apps/csr-console/src', 'apps/customer-portal/src'];

const filesUnder = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => path.join(root, folder, name));

/** The names of fragments used in a definition. */
function namesIn(definition) {
  const names = [];
  visit(definition, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}

/** The fragments that a definition reaches, by way of others too. */
function reached(definition, fragments, found = new Map()) {
  for (const name of namesIn(definition).filter((each) => !found.has(each))) {
    found.set(name, fragments.get(name));
    reached(fragments.get(name), fragments, found);
  }
  return [...found.values()];
}

/** @returns {{ name: string, kind: 'query' | 'mutation' | 'subscription', text: string }[]} every operation of the pages */
export function readDocuments() {
  const definitions = CLIENTS.flatMap(filesUnder).flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((each) => ({
      name: each.name.value,
      kind: each.operation,
      text: [each, ...reached(each, fragments)].map(print).join('\n'),
    }));
}

/** @returns {string} the text of one of them */
export function documentOf(name) {
  const document = readDocuments().find((each) => each.name === name);
  if (!document) throw new Error(`no page asks ${name}`);
  return document.text;
}
