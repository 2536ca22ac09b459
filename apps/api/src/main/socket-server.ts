import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE_CODES } from '@tandem/contract';
import { getOperationAST, GraphQLError, OperationTypeNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { LIMITS } from '@tandem/domain';
import type { FormatError } from '../platform/graphql/format-error.js';
import { Failure, readQuery, type Context } from '../platform/graphql/index.js';
import { ownerOf, type Sockets } from '../platform/http/sockets.js';
import type { RequestContext } from './request-context.js';

type Connection = Extra & { context?: Context; release?: () => void } & Record<PropertyKey, unknown>;
type ConnectionParams = { actor?: unknown; authorization?: unknown };

/** A socket that leaves a ping unanswered until the next is dead. */
const KEEP_ALIVE = 2_000;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/**
 * What a socket may ask: to follow and to read. Changes go by POST, the only way that can set a cookie.
 * @returns what to run, or why not
 */
function toRun(schema: GraphQLSchema, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
  const document = readQuery(schema, payload.query);
  if (!('kind' in document)) return document;
  const operation = getOperationAST(document, payload.operationName);
  if (!operation || operation.operation === OperationTypeNode.MUTATION)
    return [new GraphQLError('A socket carries subscriptions and queries; send mutations by POST.')];
  return { schema, document, operationName: payload.operationName, variableValues: payload.variables };
}

interface Deps {
  schema: GraphQLSchema;
  requestContext: RequestContext;
  sockets: Sockets;
  formatError: FormatError;
}

/** GraphQL over WebSocket. A socket belongs to a sign-in, a seat or a token, and is closed when that is revoked. */
export function createSocketServer({ schema, requestContext, sockets, formatError }: Deps) {
  const server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.requestBytes });
  const protocol = useServer<ConnectionParams, Connection>(
    {
      schema,
      connectionInitWaitTimeout: 5_000,
      async onConnect({ connectionParams, extra }) {
        const bearer = text(connectionParams?.authorization)?.match(/^Bearer (\S+)$/i)?.[1];
        const asked = { request: extra.request, response: null, actor: text(connectionParams?.actor), bearer };
        const context = await requestContext(asked).catch((error: unknown) => {
          formatError({ message: '' }, error); // into the log
          extra.socket.close(CLOSE_CODES.restarting, 'unavailable'); // who it is can't be known now: no reason to sign out
          return null;
        });
        const owner = context && ownerOf(context.viewer);
        if (!owner) return false; // closes with 4403
        extra.context = context;
        extra.release = sockets.track(owner, (reason) => extra.socket.close(CLOSE_CODES[reason], reason));
        return true;
      },
      onSubscribe: ({ subscriptions }, _id, payload) =>
        Object.keys(subscriptions).length > LIMITS.subscriptionsPerSocket
          ? [new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: 1 })]
          : toRun(schema, payload),
      context: ({ extra }) => extra.context!,
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => formatError(error.toJSON(), error)),
      onNext: (_ctx, _id, _payload, _args, result) =>
        result.errors
          ? { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), error)) }
          : undefined,
      onDisconnect: ({ extra }) => extra.release?.(),
    },
    server,
    KEEP_ALIVE,
  );
  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      server.handleUpgrade(request, socket, head, (connection) => server.emit('connection', connection, request)),
    close: async () => {
      server.clients.forEach((client) => client.close(CLOSE_CODES.restarting, 'restarting'));
      await protocol.dispose();
    },
  };
}
