import { LIMITS } from '@tandem/domain';
import {
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { Failure } from './failure.js';

/** Maximum length of an argument, by its name, where it is more than an id or token. */
type Longest = Record<string, number>;
export const Longest = (longest: Longest) => Extensions({ longest });

interface Bounded {
  args: readonly GraphQLArgument[];
  extensions: { longest?: unknown };
}
/** Whether a field takes texts at all. */
export const takesTexts = ({ args }: Bounded): boolean =>
  args.some(({ type }) => isInputObjectType(getNamedType(type)) || isText(getNamedType(type)));

const isText = (type: unknown) => type === GraphQLID || type === GraphQLString;

/**
 * Bounds for texts without a rule of their own: ids are short, a single argument is an id or token, and none may
 * contain characters that PostgreSQL rejects. Fields of inputs declare their own rule.
 * @throws BAD_INPUT
 */
export function assertTexts({ args, extensions }: Bounded, given: object): void {
  const longest = (extensions.longest ?? {}) as Longest;
  for (const { name, type } of args) {
    const value = (given as Record<string, unknown>)[name];
    // paths of errors start inside the input
    if (isInputObjectType(getNamedType(type))) look(value, type, '', Infinity);
    else look(value, type, name, longest[name] ?? LIMITS.handle);
  }
}

function look(value: unknown, type: GraphQLInputType, path: string, limit: number): void {
  if (value === null || value === undefined || value instanceof Date) return;
  const known = getNullableType(type);
  if (typeof value === 'string') return assertText(value, path, limitOf(known, limit));
  if (Array.isArray(value)) {
    for (const each of value) look(each, isListType(known) ? known.ofType : known, path, limit);
  } else if (isInputObjectType(known)) {
    for (const field of Object.values(known.getFields()))
      look(
        (value as Record<string, unknown>)[field.name],
        field.type,
        path ? `${path}.${field.name}` : field.name,
        limit,
      );
  }
}

function limitOf(type: GraphQLInputType, limit: number): number {
  if (type === GraphQLID) return LIMITS.id;
  return type === GraphQLString ? limit : LIMITS.handle; // types that may be a string
}

function assertText(text: string, path: string, limit: number): void {
  if (text.length > limit) throw new Failure('BAD_INPUT', {}, [{ path, rule: 'TOO_LONG', limit }]);
  if (text.includes('\0') || !text.isWellFormed()) throw new Failure('BAD_INPUT', {}, [{ path, rule: 'INVALID' }]);
}
