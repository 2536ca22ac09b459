import { pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. Credentials are redacted. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: ['password', 'token', 'secret', 'access_token', 'req.headers.cookie', 'req.headers.authorization'],
  });
}
