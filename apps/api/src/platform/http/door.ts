import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '@tandem/contract';
import type { Express, Request, RequestHandler, Response } from 'express';
import { assertAccess, Failure, type Access, type Context } from '../graphql/index.js';

/** Who asks, as it is worked out for GraphQL. */
export type ContextOf = (request: IncomingMessage, response: ServerResponse) => Promise<Context>;
/** How a feature puts up its doors beside GraphQL, before the pages. */
export type Mount = (app: Express, contextOf: ContextOf) => void;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
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

/** A door of plain HTTP with a stated access, like a root field; what is refused is answered in GraphQL's form. */
export function door(
  contextOf: ContextOf,
  access: Access,
  handle: (context: Context, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response, next) => {
    try {
      const context = await contextOf(request, response);
      assertAccess(access, context.viewer);
      await handle(context, request, response);
    } catch (error) {
      if (!(error instanceof Failure)) return next(error);
      const { status, body } = toHttp(error);
      response.status(status).json(body);
    }
  };
}
