import { GraphQLDateTimeISO } from 'graphql-scalars';

/** Times in the API: ISO 8601 in UTC with milliseconds. */
export const DateTimeISO = GraphQLDateTimeISO;
