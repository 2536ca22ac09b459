import { LIMITS } from '@tandem/domain';
import {
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

interface Size {
  fields: number;
  aliases: number;
  depth: number;
}
const NOTHING: Size = { fields: 0, aliases: 0, depth: 0 };

/** Maximum of tokens in a request: the parser stops there. */
export const parseOptions = { maxTokens: LIMITS.queryTokens };

/**
 * Limits of one request with its fragments expanded: fields, depth, aliases. A request can't multiply what is throttled
 * per request.
 */
export function limitQuery(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING); // a cyclic fragment is rejected by another rule
    const fragment = context.getFragment(name);
    const measured = fragment ? ofSet(fragment.selectionSet) : NOTHING;
    known.set(name, measured);
    return measured;
  }

  function ofSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    const inner = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING;
    const aliases = inner.aliases + (selection.alias ? 1 : 0);
    return { fields: inner.fields + 1, aliases, depth: inner.depth + 1 };
  }

  const ofSet = ({ selections }: SelectionSetNode): Size =>
    selections.map(ofSelection).reduce(
      (sum, size) => ({
        fields: sum.fields + size.fields,
        aliases: sum.aliases + size.aliases,
        depth: Math.max(sum.depth, size.depth),
      }),
      NOTHING,
    );

  function countRoots({ selections }: SelectionSetNode, seen: Set<string>): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + countRoots(selection.selectionSet, seen);
      const name = selection.name.value;
      const fragment = seen.has(name) ? undefined : context.getFragment(name);
      return fragment ? sum + countRoots(fragment.selectionSet, seen.add(name)) : sum;
    }, 0);
  }

  return {
    OperationDefinition(node) {
      const { fields, aliases, depth } = ofSet(node.selectionSet);
      const refuse = (what: string, limit: number) =>
        context.reportError(new GraphQLError(`A request may have at most ${limit} ${what}.`, { nodes: node }));
      const roots = countRoots(node.selectionSet, new Set());
      if (roots > LIMITS.queryRootFields) refuse('fields at its top', LIMITS.queryRootFields);
      if (fields > LIMITS.queryFields) refuse('fields', LIMITS.queryFields);
      if (aliases > LIMITS.queryAliases) refuse('aliases', LIMITS.queryAliases);
      if (depth > LIMITS.queryDepth) refuse('levels', LIMITS.queryDepth);
    },
  };
}

/** Parses a document from a socket as strictly as one over HTTP. @returns the document, or its errors */
export function readQuery(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, parseOptions);
    const errors = validate(schema, document, [...specifiedRules, limitQuery]);
    return errors.length ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
