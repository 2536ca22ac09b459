import {
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  subscribe,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../src/main/schema.js';
import { createActs, createLoaders, type Context } from '../src/platform/graphql/index.js';
import { startTestApi, type TestApi } from './test-api.js';

const LONG = 'x'.repeat(1024 * 1024);
const TEXTS = new Set(['String', 'ID', 'SettingValue']);
const STANDING: Record<string, unknown> = { Boolean: true, Int: 1, Float: 1, DateTimeISO: '2026-01-01T00:00:00.000Z' };

let api: TestApi;
/** Calls of use cases. */
let reached: string[] = [];
/** The schema as it is served, with recording use cases. */
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await startTestApi();
  const resolvers = api.features.resolvers.map((resolver) => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resolver)).filter(
      (name) => name !== 'constructor',
    );
    const hollow = Object.create(Object.getPrototypeOf(resolver) as object) as Record<string, unknown>;
    for (const name of methods) hollow[name] = () => void reached.push(name);
    return hollow;
  });
  schema = await createSchema(
    { resolvers, orphanedTypes: api.features.orphanedTypes },
    createActs({ perSecond: 1e6, atOnce: 1e6 }),
  );
});
afterAll(() => api.stop());

/** An account with all permissions, so that none is missing. */
const context = () =>
  ({
    viewer: { kind: 'staff', userId: 'u', permissions: { has: () => true, includes: () => true } },
    site: { id: api.site.id, name: 'Acme', locale: 'en' },
    loader: createLoaders(),
  }) as unknown as Context;

type Path = string[];
/** Every place of a type where a text is possible. */
function places(type: GraphQLInputType): Path[] {
  const named = getNamedType(type);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) => places(field.type).map((path) => [field.name, ...path]));
  return TEXTS.has(named.name) ? [[]] : [];
}
/** A minimal valid value of a type with the long text at one place. */
function given(type: GraphQLInputType, path: Path | null): unknown {
  const known = getNullableType(type);
  if (isListType(known)) return [given(known.ofType, path)];
  if (isInputObjectType(known)) {
    const wanted = Object.values(known.getFields()).filter(
      ({ name, type: of, defaultValue }) => name === path?.[0] || (isNonNullType(of) && defaultValue === undefined),
    );
    return Object.fromEntries(
      wanted.map(({ name, type: of }) => [name, given(of, name === path?.[0] ? path.slice(1) : null)]),
    );
  }
  if (isEnumType(known)) return known.getValues()[0]!.name;
  return STANDING[getNamedType(type).name] ?? (path ? LONG : 'abcdefgh');
}

interface Place {
  where: string;
  ask: () => Promise<unknown>;
}
function ask(
  kind: string,
  field: GraphQLField<unknown, Context>,
  args: Map<GraphQLArgument, unknown>,
): Promise<unknown> {
  const named = [...args.keys()];
  const variables = named.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = named.map(({ name }) => `${name}: $${name}`).join(', ');
  const selected = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
  const isAbstract = 'getTypes' in getNamedType(field.type) || 'getInterfaces' in getNamedType(field.type);
  const document = parse(
    `${kind}(${variables}) { ${field.name}(${values})${isAbstract ? ' { __typename }' : selected} }`,
  );
  const variableValues = Object.fromEntries([...args].map(([{ name }, value]) => [name, value]));
  const all = { schema, document, variableValues, contextValue: context() };
  return Promise.resolve(kind === 'subscription' ? subscribe(all) : execute(all));
}

function everyPlace(): Place[] {
  const roots = [
    ['query', schema.getQueryType()!],
    ['mutation', schema.getMutationType()!],
    ['subscription', schema.getSubscriptionType()!],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((long) =>
        places(long.type).map((path) => {
          const needed = field.args.filter(
            (arg) => arg === long || (isNonNullType(arg.type) && arg.defaultValue === undefined),
          );
          const args = new Map(needed.map((arg) => [arg, given(arg.type, arg === long ? path : null)]));
          return { where: [field.name, long.name, ...path].join('.'), ask: () => ask(kind, field as never, args) };
        }),
      ),
    ),
  );
}

describe('a text of a megabyte', () => {
  it('is refused in every text field before any use case is called', async () => {
    const wrong: string[] = [];
    const all = everyPlace();
    expect(all.length).toBeGreaterThan(150);
    for (const { where, ask: askIt } of all) {
      reached = [];
      const { errors } = (await askIt()) as { errors?: { extensions: Record<string, unknown> }[] };
      const code = errors?.[0]?.extensions.code;
      if (code !== 'BAD_INPUT' || reached.length) wrong.push(`${where}: ${String(code)} ${reached.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused as an argument of a nested field', () => {
    const inner = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter((type) => ![schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type))
      .flatMap((type) => Object.values(type.getFields()))
      .filter(({ args, name }) => !name.startsWith('__') && args.some(({ type }) => places(type).length));
    expect(inner.map(({ name }) => name)).toContain('missing');
    for (const { name, args, resolve } of inner) {
      const all = Object.fromEntries(args.map((arg) => [arg.name, given(arg.type, places(arg.type)[0] ?? null)]));
      expect(() => resolve!({}, all, context(), {} as never), name).toThrow('BAD_INPUT');
    }
  });
});
