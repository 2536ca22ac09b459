import type { CombinedError } from '@urql/core';
import { ERROR_CODES, type ErrorCode, type ErrorExtensions, type FieldError } from '@tandem/contract';

/** A failure to show to a person: a declared code, its parameters, the invalid fields. */
export class TandemError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, unknown> = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
  }
}

const isKnown = (code: unknown): code is ErrorCode => ERROR_CODES.includes(code as ErrorCode);

/** The first failure of an answer. No answer at all is UNAVAILABLE: a retry may succeed. */
export function toTandemError(error: CombinedError): TandemError {
  const extensions = error.graphQLErrors[0]?.extensions as Partial<ErrorExtensions> | undefined;
  if (!extensions) return new TandemError('UNAVAILABLE');
  return new TandemError(isKnown(extensions.code) ? extensions.code : 'INTERNAL', extensions.params, extensions.fields);
}
