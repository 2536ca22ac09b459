import type { TandemError, TailWay } from '@tandem/client';
import type { Connection, LineTrouble } from './types';

/** A refusal within this time after the last one is not asked about again. */
const ASK_REASON_AGAIN_MS = 5000;
/** Failures of the first request after which it is repeated. */
const TEMPORARY = new Set(['UNAVAILABLE', 'INTERNAL']);

export const isTemporary = ({ code }: TandemError): boolean => TEMPORARY.has(code);

/** A refused socket only learns that its actor is unknown; a request learns why: the session is over, the seat closed. */
export const shouldAskReason = (cause: TandemError | undefined, refusedAt: number, now: number): boolean =>
  cause?.code === 'UNAUTHENTICATED' && now - refusedAt >= ASK_REASON_AGAIN_MS;

/** What to show about the connection; null while all is well. */
export function troubleOf(connection: Connection, way: TailWay, isOffline: boolean): LineTrouble | null {
  if (connection === 'lost') return isOffline ? 'OFFLINE' : 'NO_ANSWER';
  return connection === 'live' && way === 'requests' ? 'NO_SOCKET' : null;
}
