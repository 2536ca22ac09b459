import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '@tandem/contract';
import type { Express, Request, RequestHandler, Response } from 'express';
import { assertAccess, Failure, type Access, type Context } from '../graphql/index.js';

/** Who asks, as it is worked out for GraphQL. */
export type ContextOf = (request: IncomingMessage, response: ServerResponse) => Promise<Context>;
/** How a feature puts up its doors beside GraphQL, before the pages: `addRoute`. */
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

/** A refusal outside GraphQL, in its form. */
export const toHttp = ({ code, extensions }: Failure): { status: number; body: object } => ({
  status: STATUS[code] ?? 400,
  body: { errors: [{ message: code, extensions }] },
});

/** What ids and tokens of ours look like; nothing else is looked up. */
const OURS = /^[\w-]{1,64}$/;

/** The asker has hung up: nobody is left to tell. */
const isCut = (error: unknown, { socket }: { socket: Socket | null }) =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(String((error as { code?: string }).code)) &&
  (!socket || socket.destroyed);

/** A door of plain HTTP with a stated access, like a root field; what is refused is answered in GraphQL's form. */
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

/** Puts up all that a path answers to. Whoever comes with another method is told which there are. */
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
