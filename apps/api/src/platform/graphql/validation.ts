import type { FieldError } from '@tandem/contract';
import { registerDecorator, type ValidationArguments, type ValidationError } from 'class-validator';

export interface TextRule {
  min?: number;
  max: number;
  /** One line only: names, addresses. Refuses line breaks, which could add headers to a mail. */
  isLine?: boolean;
}

// C0 and C1 controls, and the marks that turn the direction of text; a text may hold tabs and line breaks.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u; // eslint-disable-line no-control-regex -- that is what it looks for
const BREAK = /[\t\r\n]/;

/** What a text breaks of its rule; null when nothing. */
export function ruleBroken(value: unknown, { min = 0, max, isLine }: TextRule): FieldError['rule'] | null {
  if (typeof value !== 'string') return 'INVALID';
  if (min > 0 && value.trim().length === 0) return 'REQUIRED';
  if (value.length < min) return 'TOO_SHORT';
  if (value.length > max) return 'TOO_LONG';
  if (CONTROL.test(value) || (isLine && BREAK.test(value)) || !value.isWellFormed()) return 'INVALID';
  return null;
}

/** Limits a text of an input; broken, it answers BAD_INPUT with the field, the rule and the limit. */
export function Text(rule: TextRule): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'text',
      target: target.constructor,
      propertyName: String(property),
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
}

export const Line = (rule: Omit<TextRule, 'isLine'>): PropertyDecorator => Text({ ...rule, isLine: true });

/** class-validator's findings as fields of BAD_INPUT. */
export function toFieldErrors(errors: ValidationError[], at = ''): FieldError[] {
  return errors.flatMap((error) => [
    ...Object.entries(error.constraints ?? {}).map(([name, message]): FieldError => ({
      path: at + error.property,
      ...(name === 'text' ? (JSON.parse(message) as Omit<FieldError, 'path'>) : { rule: 'INVALID' as const }),
    })),
    ...toFieldErrors(error.children ?? [], `${at}${error.property}.`),
  ]);
}
