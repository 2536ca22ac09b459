import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@tandem/contract';
import type { Express, Request, RequestHandler, Response } from 'express';
import { assertAccess, Failure, type Access, type Context } from '../graphql/index.js';

/** Authenticates a request in the same way as for GraphQL. */
export type ContextOf = (request: IncomingMessage, response: ServerResponse) => Promise<Context>;
/** Adds a feature's HTTP routes, next to GraphQL and before the pages: see `addRoute`. */
export type Mount = (app: Express, contextOf: ContextOf) => void;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NETWORK_NOT_ALLOWED: 403,
  SESSION_ENDED: 403,
  SEAT_CLOSED: 403,
  NOT_FOUND: 404,
  FILE_GONE: 410,
  LINK_EXPIRED: 410,
  STORAGE_FULL: 507,
  KEYS_UNAVAILABLE: 503,
};

/** A failure as an HTTP response, in GraphQL's error format. */
export const toHttp = ({ code, extensions }: Failure): { status: number; body: object } => ({
  status: STATUS[code] ?? 400,
  body: { errors: [{ message: code, extensions }] },
});

/** The format of our ids and tokens; anything else is rejected without a lookup. */
const OURS = /^[\w-]{1,64}$/;

/** The client has disconnected: there is nobody to answer. */
const isCut = (error: unknown, { socket }: { socket: Socket | null }) =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(String((error as { code?: string }).code)) &&
  (!socket || socket.destroyed);

/** An HTTP handler with declared access, like a root field; failures are answered in GraphQL's error format. */
export function httpHandler(
  contextOf: ContextOf,
  access: Access,
  handle: (context: Context, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response, next) => {
    try {
      const context = await contextOf(request, response);
      assertAccess(access, context.viewer);
      if (!Object.values(request.params).every((each) => OURS.test(String(each)))) throw new Failure('NOT_FOUND');
      await handle(context, request, response);
    } catch (error) {
      if (isCut(error, request)) return;
      if (!(error instanceof Failure)) return next(error);
      const { status, body } = toHttp(error);
      response.status(status).json(body);
    }
  };
}

type Method = 'get' | 'head' | 'post' | 'patch' | 'options';

/** Adds all methods of a path. Other methods are answered 405 with the allowed ones. */
export function addRoute(app: Express, path: string, handlers: Partial<Record<Method, RequestHandler>>): void {
  const methods = Object.keys(handlers) as Method[];
  const all = [...(handlers.get && !handlers.head ? ['head'] : []), ...methods].join(', ').toUpperCase();
  for (const method of methods) app[method](path, handlers[method]!);
  app.all(path, (request, response) => {
    response.set('Allow', all);
    if (request.method === 'OPTIONS') return void response.status(204).end();
    response.status(405).json(toHttp(new Failure('BAD_INPUT')).body);
  });
}
