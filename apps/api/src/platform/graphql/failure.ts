import type { ErrorCode, FieldError } from '@tandem/contract';
import { GraphQLError } from 'graphql';

/** An expected failure. Any other exception is a bug: logged with an id and reported as INTERNAL. */
export class Failure extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, unknown> = {},
    fields?: FieldError[],
  ) {
    super(code, { extensions: { code, params, ...(fields && { fields }) } });
  }
}
