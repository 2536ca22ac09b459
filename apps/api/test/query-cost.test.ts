import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '@tandem/domain';
import { buildSchema, getOperationAST, isObjectType, Kind, parse, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LIST_SIZES } from '../src/main/list-sizes.js';
import { countObjects, isCounted, refuseHuge } from '../src/platform/graphql/query-cost.js';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const schema = buildSchema(read('libs/contract/schema.graphql'));

const asked = (document: DocumentNode, name?: string, variables: Record<string, unknown> = {}) => ({
  schema,
  document,
  operation: getOperationAST(document, name)!,
  variables,
});
const count = (query: string, variables?: Record<string, unknown>) =>
  countObjects(asked(parse(query), undefined, variables), LIST_SIZES);
const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join(' ');

describe('the size of an answer', () => {
  it.each([
    ['fields without lists', 'query { site { id name } }', 1],
    ['a list', 'query { sessions(first: 10) { edges { node { id } } } }', 1 + 10 * 2],
    [
      'lists in a list',
      'query { sessions(first: 10) { edges { node { messages(last: 5) { id } } } } }',
      1 + 10 * (2 + 5),
    ],
    ['a default', 'query { sessions { edges { node { id } } } }', 1 + 20 * 2],
    [
      'the same field twice',
      'query { session(id: 1) { a: messages(last: 5) { id } b: messages(last: 7) { id } } }',
      1 + 12,
    ],
    ['a list without a size', 'query { session(id: 1) { files { id } } }', 1 + LIMITS.filesPerSession],
    [
      'a size in an input',
      'query { mailTemplateChanges(input: { kind: CONVERSATION, locale: ko, first: 7 }) { edges { cursor } } }',
      1 + 7,
    ],
    [
      'fragments',
      'query { session(id: 1) { ...F ... { messages(last: 2) { id } } } } fragment F on Session { messages(last: 3) { sender { id } } }',
      1 + 2 + 3 * 2,
    ],
    [
      'the largest type of a union',
      'query { sessionReport(sessionId: 1) { timeline(first: 10) { seq ... on ChatMessageSent { message { sender { id } } } ... on ShareAsked { share { id } } } } }',
      1 + 10 * 3,
    ],
  ])('counts %s', (_what, query, objects) => {
    expect(count(query)).toBe(objects);
  });

  it('counts variables and their defaults with their actual values', () => {
    const query = 'query($n: Int! = 30) { sessions(first: $n) { edges { cursor } } }';
    expect(count(query)).toBe(31);
    expect(count(query, { n: 80 })).toBe(81);
  });

  it('has a limit for each request, which the refusal states', () => {
    const message = '{ text sender { name } recipient { name } readBy { name } }';
    const session = (i: number) =>
      `s${i}: session(id: $id) { a: messages(last: 1000) ${message} b: messages(last: 1000) ${message} }`;
    const document = parse(`query($id: ID!) { ${times(9, session)} }`);
    const refusal = refuseHuge(asked(document, undefined, { id: 'x' }), LIST_SIZES);
    expect(refusal?.message).toMatch(
      new RegExp(`at most ${LIMITS.queryObjects} objects; this one could hold \\d{6}\\b`),
    );
    const reports =
      'query { sessionReports(first: 100) { edges { node { timeline(first: 1000) { seq } transcript { text } } } } }';
    expect(refuseHuge(asked(parse(reports)), LIST_SIZES)).not.toBeNull();
  });

  it('is bounded for every list field, and for no other field', () => {
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => isCounted(type, field))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(Object.keys(LIST_SIZES).toSorted()).toEqual(lists.toSorted());
  });
});

describe('every operation of our own pages', () => {
  const files = execFileSync('git', ['ls-files', 'apps/**/*.graphql', 'libs/session-client/**/*.graphql'], {
    cwd: root,
    encoding: 'utf8',
  });
  const documents = files
    .trim()
    .split('\n')
    .map((file) => [file, parse(read(file))] as const);
  const inFolder = (folder: string) =>
    documents.filter(([file]) => file.startsWith(folder)).flatMap(([, { definitions }]) => definitions);
  const operations = ['apps/csr-console', 'apps/customer-portal'].flatMap((app) => {
    const definitions = [...inFolder('libs/session-client'), ...inFolder(app)];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
    return definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION
        ? [[`${app} ${each.name!.value}`, document, each.name!.value] as const]
        : [],
    );
  });

  it.each(operations)('is within the limit: %s', (_name, document, name) => {
    const pageSizes = { first: 100 };
    expect(refuseHuge(asked(document, name, pageSizes), LIST_SIZES)?.message).toBeUndefined();
  });

  it('is tested here', () => {
    expect(operations.length).toBeGreaterThan(100);
  });
});
