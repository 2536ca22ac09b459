import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { PATHS, type ErrorCode } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';

/** A failure in GraphQL's format: a code for programs, and a sentence for developers. */
function refuse(response: Response, status: number, code: ErrorCode, sentence: string, params: object = {}): void {
  response.status(status).json({ errors: [{ message: sentence, extensions: { code, params } }] });
}

/** GET is off: URLs are stored in logs and histories, and other pages could send it by a link. */
const postOnly: RequestHandler = ({ method }, response, next) => {
  if (method === 'POST') return next();
  response.set('Allow', 'POST');
  refuse(response, 405, 'BAD_INPUT', `GraphQL is asked by POST here, not by ${method}.`);
};

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/i;
/** Sent by clients that don't specify UTF-8; ASCII is a subset of it. */
const UTF8_NAMES = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
const UTF16_NAMES = new Set(['utf-16', 'utf-16le', 'utf-16be']);

/** Sets the charset that the parser needs, or returns the unsupported one. */
const nameCharset: RequestHandler = (request, response, next) => {
  const [type = '', ...params] = (request.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const named = params.find((param) => /^charset=/i.test(param));
  const charset = named?.slice('charset='.length).replaceAll('"', '').toLowerCase() ?? 'utf-8';
  if (!JSON_TYPE.test(type) || UTF16_NAMES.has(charset)) return next();
  if (!UTF8_NAMES.has(charset)) {
    const sentence = `The charset "${charset}" is not read here: send UTF-8.`;
    return refuse(response, 415, 'BAD_INPUT', sentence, { charset });
  }
  request.headers['content-type'] = `${type}; charset=utf-8`;
  next();
};

class NotUtf8 extends Error {
  readonly status = 400;
  readonly type = 'not.utf8';
}
/** Text in another charset is rejected instead of stored with replacement characters. */
function assertUtf8(_request: IncomingMessage, _response: unknown, body: Buffer, charset: string): void {
  if (charset === 'utf-8' && !isUtf8(body)) throw new NotUtf8();
}

const SENTENCES: Record<string, string> = {
  'not.utf8': 'The body is not valid UTF-8. Send it in UTF-8, or name its charset in content-type.',
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported':
    'The body is packed in a way that is not read here: send it plain, or with gzip, deflate or br.',
  'charset.unsupported': 'The charset is not read here: send UTF-8.',
};
/** Body parser errors are answered in GraphQL's format, like every other failure. */
const onUnreadableBody: ErrorRequestHandler = (error: { status?: number; type?: string }, _request, response, next) => {
  if (!error.status || error.status >= 500) return next(error);
  if (error.type === 'entity.too.large')
    return refuse(response, error.status, 'MESSAGE_TOO_LARGE', 'MESSAGE_TOO_LARGE', { limit: LIMITS.requestBytes });
  refuse(response, error.status, 'BAD_INPUT', SENTENCES[error.type ?? ''] ?? 'The body can not be read as JSON.');
};

/** Many clients send an operation name, and an empty one for anonymous operations. */
const forgetEmptyName: RequestHandler = (request, _response, next) => {
  const body = request.body as { operationName?: unknown } | undefined;
  if (body && typeof body === 'object' && body.operationName === '') delete body.operationName;
  next();
};

/** Everything before GraphQL itself: method, content type, charset and body. */
export function addGraphqlHandler(app: Express): void {
  app.use(PATHS.graphql, postOnly, nameCharset);
  app.use(PATHS.graphql, express.json({ limit: LIMITS.requestBytes, verify: assertUtf8 }), onUnreadableBody);
  app.use(PATHS.graphql, forgetEmptyName);
}
