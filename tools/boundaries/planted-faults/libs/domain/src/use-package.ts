// breaks: domain-is-alone
import { GraphQLError } from 'graphql';

export const used = GraphQLError;
