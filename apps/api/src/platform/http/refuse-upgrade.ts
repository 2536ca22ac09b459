import type { Duplex } from 'node:stream';

/** Long enough for the response to arrive over a slow connection. */
const LINGER = 5_000;

/** Answers a refused upgrade and closes the connection, also when the client keeps it half open or never reads. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  if (socket.destroyed) return;
  const giveUp = setTimeout(() => socket.destroy(), LINGER);
  socket.once('close', () => clearTimeout(giveUp));
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
