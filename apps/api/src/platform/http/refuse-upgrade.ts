import type { Duplex } from 'node:stream';

/** Long enough for the answer to arrive over a slow line. */
const LINGER = 5_000;

/**
 * Answers who asked for a socket and gets none, and lets go of the connection: of one that its asker keeps half open too,
 * and of one that nobody reads.
 */
export function refuseUpgrade(socket: Duplex, status: string): void {
  if (socket.destroyed) return;
  const giveUp = setTimeout(() => socket.destroy(), LINGER);
  socket.once('close', () => clearTimeout(giveUp));
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
