import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { createActs, guardSchema, readInput, type Acts } from '../platform/graphql/index.js';

export interface SchemaParts {
  resolvers: object[];
  /** Types that no field refers to: the implementations of the event interface. */
  orphanedTypes: (new () => object)[];
}

/** The one schema of console, portal and integrators; every root field is access-checked. */
export async function createSchema(
  { resolvers, orphanedTypes }: SchemaParts,
  acts: Acts = createActs(),
): Promise<GraphQLSchema> {
  const instances = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = await buildSchema({
    resolvers: [...instances.keys()] as NonEmptyArray<new () => object>,
    orphanedTypes,
    container: { get: (Class: unknown) => instances.get(Class) as never },
    validateFn: readInput,
    // subscriptions have their own source; this only satisfies the builder
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('no topics here');
      },
    },
  });
  return guardSchema(schema, acts);
}
