import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE_CODES } from '@tandem/contract';
import { getOperationAST, GraphQLError, OperationTypeNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { LIMITS } from '@tandem/domain';
import type { FormatError } from '../platform/graphql/format-error.js';
import { Failure, readQuery, refuseHuge, type Context } from '../platform/graphql/index.js';
import { createWire, type Wire, type WireLimits } from '../platform/http/socket-wire.js';
import { ownerOf, type Sockets } from '../platform/http/sockets.js';
import type { Log } from '../platform/log/index.js';
import { LIST_SIZES } from './list-sizes.js';
import { createOpenSockets, type OpenSocket, type OpenSockets } from './open-sockets.js';
import { bearerOf, type RequestContext } from './request-context.js';

interface Connection extends OpenSocket, Record<PropertyKey, unknown> {
  socket: WebSocket;
  request: IncomingMessage;
  wire: Wire;
  context?: Context;
  release?: () => void;
  owner?: OpenSockets;
}
type ConnectionParams = { actor?: unknown; authorization?: unknown; Authorization?: unknown };

/** Time for a client to authenticate, also over a slow connection. */
const FIRST_WORDS = 20_000;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/**
 * A socket accepts subscriptions and queries. Mutations require POST, which alone can set a cookie.
 * @returns the operation, or the errors
 */
function toRun(schema: GraphQLSchema, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
  const document = readQuery(schema, payload.query);
  if (!('kind' in document)) return document;
  const operationName = payload.operationName || undefined; // many clients send an empty one
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation === OperationTypeNode.MUTATION)
    return [new GraphQLError('A socket carries subscriptions and queries; send mutations by POST.')];
  const variables = payload.variables;
  const huge = refuseHuge({ schema, document, operation, variables }, LIST_SIZES);
  return huge ? [huge] : { schema, document, operationName, variableValues: variables };
}

interface Deps {
  schema: GraphQLSchema;
  requestContext: RequestContext;
  sockets: Sockets;
  formatError: FormatError;
  log: Log;
  wireLimits?: WireLimits | undefined;
}

/** GraphQL over WebSocket. A socket belongs to a sign-in, a seat or a token, and is closed when that is revoked. */
export function createSocketServer({ schema, requestContext, sockets, formatError, log, wireLimits }: Deps) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.requestBytes,
    handleProtocols,
    autoPong: false, // backpressure: as fast as responses are read
  });
  const opened = createOpenSockets();
  const protocol = makeServer<ConnectionParams, Connection>({
    schema,
    connectionInitWaitTimeout: FIRST_WORDS,
    async onConnect(connection) {
      const { connectionParams, extra } = connection;
      const { request, socket } = extra;
      const actor = text(connectionParams?.actor);
      const named = text(connectionParams?.authorization) ?? text(connectionParams?.Authorization);
      const bearer = bearerOf(named ?? request.headers.authorization);
      const context = await requestContext({ request, response: null, actor, bearer }).catch((error: unknown) => {
        formatError({ message: '' }, error); // into the log
        socket.close(CLOSE_CODES.restarting, 'unavailable'); // the actor is unknown now: no reason to sign out
        return null;
      });
      const owner = context && ownerOf(context.viewer);
      if (!owner || socket.readyState !== socket.OPEN) return false; // closes with 4403
      extra.context = context;
      extra.following = () => Object.keys(connection.subscriptions).length;
      extra.owner = opened.add(context.viewer, extra);
      const untrack = sockets.track(owner, (reason) => socket.close(CLOSE_CODES[reason], reason));
      extra.release = () => (untrack(), extra.owner?.remove(extra));
      return true;
    },
    onSubscribe: ({ subscriptions, extra }, _id, payload) =>
      Object.keys(subscriptions).length > LIMITS.subscriptionsPerSocket || !extra.owner?.mayFollow()
        ? [new Failure('TOO_MANY_REQUESTS', { retryAfterSeconds: 30 })]
        : toRun(schema, payload),
    context: ({ extra }) => extra.context!,
    onError: (_ctx, _id, _payload, errors) => errors.map((error) => formatError(error.toJSON(), error)),
    onNext: (_ctx, _id, _payload, _args, result) =>
      result.errors
        ? { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), error)) }
        : undefined,
    onDisconnect: ({ extra }) => extra.release?.(),
  });

  server.on('connection', (socket, request) => {
    const wire = createWire(socket, request.socket, log, wireLimits);
    const closed = protocol.opened(wire.graphql, { socket, request, wire, following: () => 0 });
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  });
  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      server.handleUpgrade(request, socket, head, (connection) => server.emit('connection', connection, request)),
    close: async () => {
      server.clients.forEach((client) => client.close(CLOSE_CODES.restarting, 'restarting'));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
