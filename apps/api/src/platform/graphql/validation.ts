import type { FieldError } from '@tandem/contract';
import { addressFrom, LIMITS, lineFrom, textFrom } from '@tandem/domain';
import { isEmail, registerDecorator, validate, type ValidationArguments, type ValidationError } from 'class-validator';
import { Failure } from './failure.js';

export interface TextRule {
  min?: number;
  max: number;
  /** One line only: names, addresses. Rejects line breaks, which could inject mail headers. */
  isLine?: boolean;
  isEmail?: boolean;
  /** Any characters. */
  isRaw?: boolean;
}

// C0 and C1 controls and bidirectional formatting characters; a multi-line text may contain tabs and line breaks.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u; // eslint-disable-line no-control-regex -- that is what it looks for
const BREAK = /[\t\r\n]/;

/** The rule that a text violates; null when none. */
export function ruleBroken(
  value: unknown,
  { min = 0, max, isLine, isEmail: isAddress, isRaw }: TextRule,
): FieldError['rule'] | null {
  if (typeof value !== 'string') return 'INVALID';
  if (value.length > max) return 'TOO_LONG';
  if (min > 0 && lineFrom(value) === '') return 'REQUIRED';
  if (value.length < min) return 'TOO_SHORT';
  if (isRaw) return null;
  if (CONTROL.test(value) || (isLine && BREAK.test(value)) || !value.isWellFormed()) return 'INVALID';
  return isAddress && !isEmail(value) ? 'INVALID' : null;
}

type Reader = (typed: string) => string;
/** How the texts of an input are normalised, by the class that declares it. */
const readers = new Map<object, Map<string, Reader>>();

function ruled(rule: TextRule, read: Reader): PropertyDecorator {
  return (target, property) => {
    const name = String(property);
    readers.set(target, (readers.get(target) ?? new Map<string, Reader>()).set(name, read));
    registerDecorator({
      name: 'text',
      target: target.constructor,
      propertyName: name,
      constraints: [rule],
      validator: {
        // GraphQL itself rejects null for required fields
        validate: (value: unknown) => value == null || ruleBroken(value, rule) === null,
        defaultMessage: (args?: ValidationArguments) => {
          const broken = ruleBroken(args?.value, rule) ?? 'INVALID';
          const limit = broken === 'TOO_LONG' ? rule.max : broken === 'TOO_SHORT' ? rule.min : undefined;
          return JSON.stringify({ rule: broken, limit });
        },
      },
    });
  };
}
type Limits = Pick<TextRule, 'min' | 'max'>;

/** Multi-line text of a person. A violation answers BAD_INPUT with the field, the rule and the limit. */
export const Text = (rule: Limits): PropertyDecorator => ruled(rule, textFrom);
/** One line of text from a person: a name, a code, a search. */
export const Line = (rule: Limits): PropertyDecorator => ruled({ ...rule, isLine: true }, lineFrom);
export const Email = (rule: Limits = { min: 3, max: LIMITS.email }): PropertyDecorator =>
  ruled({ ...rule, isLine: true, isEmail: true }, addressFrom);
/** Passwords and generated values: never normalised, accepted or rejected as they are. */
export const Exact = (rule: Limits): PropertyDecorator => ruled({ ...rule, isLine: true }, (given) => given);
/** Unrestricted: the use case validates it. */
export const Raw = (rule: Limits): PropertyDecorator => ruled({ ...rule, isRaw: true }, (given) => given);

/** Normalises the texts of an input to the form in which they are stored. */
function readTexts(input: object): void {
  for (let at: object | null = input; at; at = Object.getPrototypeOf(at) as object | null)
    for (const [name, read] of readers.get(at) ?? []) {
      const value = (input as Record<string, unknown>)[name];
      if (typeof value === 'string') (input as Record<string, unknown>)[name] = read(value);
    }
  for (const part of Object.values(input)) if (part !== null && typeof part === 'object') readTexts(part as object);
}

/** Normalises and validates an argument. @throws BAD_INPUT */
export async function readInput(given: unknown): Promise<void> {
  if (given === null || typeof given !== 'object') return;
  readTexts(given);
  const options = { skipMissingProperties: true, forbidUnknownValues: false };
  const inputs = [given].flat().filter((each: unknown) => typeof each === 'object'); // a list of strings declares no rules
  const errors = await Promise.all(inputs.map((input: object) => validate(input, options)));
  if (errors.flat().length) throw new Failure('BAD_INPUT', {}, toFieldErrors(errors.flat()));
}

/** class-validator's findings as fields of BAD_INPUT. */
function toFieldErrors(errors: ValidationError[], at = ''): FieldError[] {
  return errors.flatMap((error) => [
    ...Object.entries(error.constraints ?? {}).map(([name, message]): FieldError => ({
      path: at + error.property,
      ...(name === 'text' ? (JSON.parse(message) as Omit<FieldError, 'path'>) : { rule: 'INVALID' as const }),
    })),
    ...toFieldErrors(error.children ?? [], `${at}${error.property}.`),
  ]);
}
