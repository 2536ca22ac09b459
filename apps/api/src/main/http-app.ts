import type { IncomingMessage, Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { PATHS, TIME_HEADER } from '@tandem/contract';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { isDatabaseUnavailable } from '../platform/availability/index.js';
import type { Database } from '../platform/db/index.js';
import type { FormatError } from '../platform/graphql/format-error.js';
import {
  createLoaders,
  Failure,
  limitQuery,
  parseOptions,
  refuseHuge,
  type Context,
} from '../platform/graphql/index.js';
import type { Clock } from '../platform/clock/index.js';
import type { Log } from '../platform/log/index.js';
import { addRoute, toHttp } from '../platform/http/handler.js';
import { addPages, addSecurityHeaders } from '../platform/http/pages.js';
import { addGraphqlHandler } from './graphql-handler.js';
import { LIST_SIZES } from './list-sizes.js';
import { fromHttp, type RequestContext } from './request-context.js';

/** Loaders cache within a query, however many of its fields need the same row. */
const readOnce: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation, contextValue }) {
      if (operation?.operation === OperationTypeNode.QUERY)
        contextValue.loader = createLoaders({ isRemembering: true });
    },
  }),
};

const refused = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/** Checks that need the operation and its variables, before any of it is executed. */
const lookFirst: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return; // rejected by name
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          throw refused('Subscriptions go by WebSocket (graphql-transport-ws), at the same address.');
        const huge = refuseHuge({ schema, document, operation, variables: request.variables }, LIST_SIZES);
        if (huge) throw huge;
      },
    };
  },
};

export function createApollo(schema: GraphQLSchema, server: Server, formatError: FormatError): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    formatError,
    parseOptions,
    validationRules: [limitQuery],
    persistedQueries: false, // a client that tries automatic persisted queries gets an error and sends the text
    introspection: true, // the schema is public, for integrators
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false, // main stops everything in its own order
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: 3_000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // disables cache control, whose plugin would inspect every field
      readOnce,
      lookFirst,
    ],
  });
}

function refuseUnavailable(response: Response): void {
  response.status(503).json({ errors: [{ message: 'UNAVAILABLE', extensions: { code: 'UNAVAILABLE', params: {} } }] });
}

interface Deps {
  apollo: ApolloServer<Context>;
  requestContext: RequestContext;
  log: Log;
  db: Database;
  clock: Clock;
  /** Whether to send Strict-Transport-Security, for a year. */
  strictTransport: (request: IncomingMessage) => boolean;
  /** Handlers of features that speak plain HTTP, before the pages. */
  mount: (app: Express) => void;
}

export function createHttpApp({ apollo, requestContext, log, clock, db, strictTransport, mount }: Deps): Express {
  const app = express();
  addSecurityHeaders(app, strictTransport);
  addRoute(app, PATHS.health, {
    get: async (_request, response) => {
      const isThere = await db.isThere();
      response.status(isThere ? 200 : 503).type('text');
      response.send(isThere ? 'ok' : 'the database is not available');
    },
  });
  app.use(PATHS.graphql, (_request, response, next) => {
    response.set({ [TIME_HEADER]: String(clock.now().getTime()), 'Cache-Control': 'no-store' });
    next();
  });
  addGraphqlHandler(app);
  app.use(PATHS.graphql, expressMiddleware(apollo, { context: ({ req, res }) => requestContext(fromHttp(req, res)) }));
  mount(app);
  addPages(app);
  app.use((_request, _response, next) => next(new Failure('NOT_FOUND')));
  const onError: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    if (isDatabaseUnavailable(error)) return void refuseUnavailable(response);
    if (error instanceof Failure) {
      const { status, body } = toHttp(error);
      return void response.status(status).json(body);
    }
    const isTheirs = error.status !== undefined && error.status >= 400 && error.status < 500;
    if (!isTheirs) log.error({ err: error }, 'unexpected failure of a page');
    const code = isTheirs ? (error.status === 404 ? 'NOT_FOUND' : 'BAD_INPUT') : 'INTERNAL';
    response.status(isTheirs ? error.status! : 500).json({ errors: [{ message: code, extensions: { code } }] });
  };
  app.use(onError);
  return app;
}
