import { LIMITS } from '@tandem/domain';
import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Maximum length of lists without `first` or `last`, as `Type.field`. */
export type ListSizes = Readonly<Record<string, number>>;
/** Assumed for a list without a declared maximum. */
const UNKNOWN_SIZE = 20;

export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>> | null | undefined;
}

/** Lists of objects whose length no argument limits, as `Type.field`. */
export const isCounted = (type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): boolean =>
  isListType(getNullableType(field.type)) &&
  isCompositeType(getNamedType(field.type)) &&
  field.name !== 'edges' &&
  !type.name.startsWith('__') &&
  !field.args.some(({ name }) => name === 'first' || name === 'last');

/**
 * Counts how many objects an answer may contain: each list's size times what is selected of its items. Aliases,
 * fragments, variables and defaults are counted as they will be executed; of a union or interface, the most expensive
 * type.
 */
export function countObjects({ schema, document, operation, variables }: Asked, sizes: ListSizes): number {
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );

  function askedSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    let given: Record<string, unknown>;
    try {
      given = getArgumentValues(field, node, coerced);
    } catch {
      return null; // rejected during execution
    }
    const { first, last, input } = given as { first?: unknown; last?: unknown; input?: { first?: unknown } };
    const size = first ?? last ?? input?.first;
    return typeof size === 'number' ? Math.max(size, 0) : null;
  }

  function ofField(type: GraphQLCompositeType, node: FieldNode, pageSize: number | null): number {
    const field = 'getFields' in type ? type.getFields()[node.name.value] : undefined;
    const inner = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(inner)) return 0;
    const size = askedSize(field, node);
    const isList = isListType(getNullableType(field.type));
    const known = field.name === 'edges' ? pageSize : sizes[`${type.name}.${field.name}`];
    const count = isList ? (size ?? known ?? UNKNOWN_SIZE) : 1;
    return count * (1 + ofSet(inner, node.selectionSet, size));
  }

  /** @param pageSize requested by the parent field, where this is a page of something */
  function ofSet(type: GraphQLCompositeType, { selections }: SelectionSetNode, pageSize: number | null): number {
    let common = 0;
    const byKind = new Map<string, number>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        common += ofField(type, selection, pageSize);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!part) continue;
      const named = part.typeCondition && schema.getType(part.typeCondition.name.value);
      const on = isCompositeType(named) ? named : type;
      const count = ofSet(on, part.selectionSet, pageSize);
      if (isAbstractType(type) && isObjectType(on)) byKind.set(on.name, (byKind.get(on.name) ?? 0) + count);
      else common += count;
    }
    return common + Math.max(0, ...byKind.values());
  }

  const root = schema.getRootType(operation.operation);
  return root ? ofSet(root, operation.selectionSet, null) : 0;
}

/** Cached costs: per parsed document, by the variables that matter. */
const counted = new WeakMap<OperationDefinitionNode, Map<string, number>>();
const KEPT = { answers: 50, signs: 500 };

/** Pages repeat the same requests. Of the variables, only numbers and nesting determine how long a list is. */
function countOnce(asked: Asked, sizes: ListSizes): number {
  const given = JSON.stringify(asked.variables ?? {}, (_, value: unknown) => (typeof value === 'string' ? '' : value));
  const known = counted.get(asked.operation) ?? new Map<string, number>();
  const count = known.get(given) ?? countObjects(asked, sizes);
  if (known.size < KEPT.answers && given.length < KEPT.signs) counted.set(asked.operation, known.set(given, count));
  return count;
}

/** Level by level: a recursion would end at the depth that a client chooses. */
function isDeeper(value: unknown, limit: number): boolean {
  const isNested = (each: unknown): each is object => typeof each === 'object' && each !== null;
  let level = [value].filter(isNested);
  for (let depth = 0; depth < limit && level.length > 0; depth++)
    level = level.flatMap((each) => Object.values(each) as unknown[]).filter(isNested);
  return level.length > 0;
}
const refusal = (message: string, nodes: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/** @returns the error of a request that is too expensive, before any of it is executed */
export function refuseHuge(asked: Asked, sizes: ListSizes): GraphQLError | null {
  const { queryDepth } = LIMITS;
  if (isDeeper(asked.variables, queryDepth))
    return refusal(`Variables may have at most ${queryDepth} levels.`, asked.operation);
  const count = countOnce(asked, sizes);
  if (count <= LIMITS.queryObjects) return null;
  return refusal(
    `An answer may hold at most ${LIMITS.queryObjects} objects; this one could hold ${count}. ` +
      'Ask for less: smaller pages, fewer lists, or one list after the other.',
    asked.operation,
  );
}
