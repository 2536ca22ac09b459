// Distinguishes a database that is unavailable at the moment from a statement that is wrong.

/** Prisma: not reachable, timed out, closed, or no connection or transaction available in time. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
/** The driver adapter's messages for the same conditions. */
const KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);
/** PostgreSQL: lost connections, no resources (disk full), shutting down or starting up, disk errors. */
const POSTGRES = /^(?:08...|53...|57P0[1-5]|58030)$/;
/** node-postgres reports these without a code. */
const DRIVER =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;
const DEPTH = 6;

interface Wrapped {
  code?: unknown;
  kind?: unknown;
  originalCode?: unknown;
  message?: unknown;
  syscall?: unknown;
  cause?: unknown;
  originalError?: unknown;
  meta?: { driverAdapterError?: unknown; code?: unknown };
}

function saysSo({ code, kind, originalCode, message, syscall, meta }: Wrapped): boolean {
  const codes = [code, originalCode, meta?.code].filter((each) => typeof each === 'string');
  return (
    codes.some((each) => PRISMA.has(each) || POSTGRES.test(each)) ||
    (syscall !== undefined && typeof code === 'string' && SOCKET.has(code)) ||
    (typeof kind === 'string' && KINDS.has(kind)) ||
    (typeof message === 'string' && DRIVER.test(message))
  );
}

/** Whether a retry may succeed; follows the chain of causes. */
export function isDatabaseUnavailable(error: unknown, depth = DEPTH): boolean {
  if (!error || typeof error !== 'object' || depth === 0) return false;
  const wrapped = error as Wrapped;
  const inner = [wrapped.cause, wrapped.originalError, wrapped.meta?.driverAdapterError];
  return saysSo(wrapped) || inner.some((each) => isDatabaseUnavailable(each, depth - 1));
}
