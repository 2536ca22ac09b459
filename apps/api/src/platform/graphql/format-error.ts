import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { newId } from '../crypto/index.js';
import { isDatabaseUnavailable } from '../availability/index.js';
import type { Log } from '../log/index.js';
import { Failure } from './failure.js';

/** Codes that Apollo and GraphQL give to invalid requests. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'INTROSPECTION_DISABLED',
  'MAX_RECURSIVE_SELECTIONS_EXCEEDED',
]);

/** Passed on with Apollo's own message: its clients react to it by sending the text of the query. */
const FOR_CLIENTS = new Set(['PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND']);

/**
 * Errors of the answer: expected failures with their code, anything else as INTERNAL with an id that is also logged.
 */
export function createFormatError(log: Log) {
  return function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const original = unwrapResolverError(error);
    const { path, locations } = formatted;
    const place = { ...(path && { path }), ...(locations && { locations }) };
    if (original instanceof Failure) return { ...place, message: original.message, extensions: original.extensions };
    const code = formatted.extensions?.code as string | undefined;
    if (code && FOR_CLIENTS.has(code) && !path) return { message: formatted.message, extensions: { code } };
    // Apollo wraps parse and validation errors; an error with a path was thrown by a resolver
    const isRequestFault =
      original instanceof GraphQLError && (code ? REQUEST_FAULTS.has(code) : !path || !original.originalError);
    if (isRequestFault)
      return { ...place, message: original.message, extensions: { code: 'BAD_INPUT', params: {}, fields: [] } };
    if (isDatabaseUnavailable(original)) {
      log.warn({ path, why: (original as Error).message }, 'the database is not available');
      return { ...place, message: 'UNAVAILABLE', extensions: { code: 'UNAVAILABLE', params: {} } };
    }
    const id = newId().slice(0, 8);
    log.error({ err: original, id, path }, 'unexpected failure');
    return { ...place, message: 'INTERNAL', extensions: { code: 'INTERNAL', params: { id } } };
  };
}
export type FormatError = ReturnType<typeof createFormatError>;
