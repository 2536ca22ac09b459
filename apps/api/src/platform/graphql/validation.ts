import type { FieldError } from '@tandem/contract';
import { addressFrom, LIMITS, lineFrom, textFrom } from '@tandem/domain';
import { isEmail, registerDecorator, validate, type ValidationArguments, type ValidationError } from 'class-validator';
import { Failure } from './failure.js';

export interface TextRule {
  min?: number;
  max: number;
  /** One line only: names, addresses. Refuses line breaks, which could add headers to a mail. */
  isLine?: boolean;
  isEmail?: boolean;
  /** Any letters at all. */
  isRaw?: boolean;
}

// C0 and C1 controls, and the marks that turn the direction of text; a text may hold tabs and line breaks.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u; // eslint-disable-line no-control-regex -- that is what it looks for
const BREAK = /[\t\r\n]/;

/** What a text breaks of its rule; null when nothing. */
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
/** How the texts of an input are read, by the class that states it. */
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
        // GraphQL itself refuses null where a field must be given
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

/** What a person writes, in several lines. Broken, it answers BAD_INPUT with the field, the rule and the limit. */
export const Text = (rule: Limits): PropertyDecorator => ruled(rule, textFrom);
/** What a person writes in one line: a name, a code, a search. */
export const Line = (rule: Limits): PropertyDecorator => ruled({ ...rule, isLine: true }, lineFrom);
export const Email = (rule: Limits = { min: 3, max: LIMITS.email }): PropertyDecorator =>
  ruled({ ...rule, isLine: true, isEmail: true }, addressFrom);
/** Passwords, and what programs make: taken as it is, or refused. */
export const Exact = (rule: Limits): PropertyDecorator => ruled({ ...rule, isLine: true }, (given) => given);
/** Whatever it holds: who reads it says what is wrong with it. */
export const Raw = (rule: Limits): PropertyDecorator => ruled({ ...rule, isRaw: true }, (given) => given);

/** Puts the texts of an input into the form in which they are kept. */
function readTexts(input: object): void {
  for (let at: object | null = input; at; at = Object.getPrototypeOf(at) as object | null)
    for (const [name, read] of readers.get(at) ?? []) {
      const value = (input as Record<string, unknown>)[name];
      if (typeof value === 'string') (input as Record<string, unknown>)[name] = read(value);
    }
  for (const part of Object.values(input)) if (part !== null && typeof part === 'object') readTexts(part as object);
}

/** Reads and checks what a field was given. @throws BAD_INPUT */
export async function readInput(given: unknown): Promise<void> {
  if (given === null || typeof given !== 'object') return;
  readTexts(given);
  const options = { skipMissingProperties: true, forbidUnknownValues: false };
  const inputs = [given].flat().filter((each: unknown) => typeof each === 'object'); // a list of words has no rules of its own
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
