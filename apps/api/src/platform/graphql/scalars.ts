import { GraphQLDateTimeISO } from 'graphql-scalars';

/** Times on the wire: ISO 8601 in UTC with milliseconds. */
export const DateTimeISO = GraphQLDateTimeISO;
