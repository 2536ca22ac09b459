import type { Socket } from 'node:net';
import { LIMITS } from '@tandem/domain';
import type { WebSocket as GraphqlSocket } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Log } from '../log/index.js';
import { createBucket } from '../throttle/bucket.js';

/** When to close a socket whose output is not read. Both conditions must be met. */
export interface WireLimits {
  /** Interval of checks and pings. */
  lookEvery: number;
  /** Bytes. */
  unread: number;
  stuck: number;
}
const WIRE_LIMITS: WireLimits = { lookEvery: 2_000, unread: LIMITS.socketUnread, stuck: LIMITS.socketStuck };
/**
 * For an answer over a connection whose round trip is unknown: satellites take seconds, and the first bytes longest.
 */
const FIRST_PONG_TIMEOUT_MS = 15_000;
/** Minimum for any answer, in addition to the round trip. */
const MIN_PONG_TIMEOUT_MS = 4_000;
/** The upper limit. */
const MAX_PONG_TIMEOUT_MS = LIMITS.socketStuck;

export interface Wire {
  /** What graphql-ws writes to and reads from. */
  graphql: GraphqlSocket;
  /** When data from the other side was last received. */
  readonly heardAt: number;
}

/** Passes messages on no faster than a page needs; until then nothing more is read from the connection. */
function inTurn(socket: WebSocket, handle: (data: string) => void): (data: string) => void {
  const bucket = createBucket({ perSecond: LIMITS.socketMessagesPerSecond, atOnce: LIMITS.socketMessagesAtOnce });
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  socket.once('close', () => {
    clearTimeout(timer);
    waiting = [];
  });

  function next(): void {
    timer = undefined;
    for (let data = waiting[0]; data !== undefined; data = waiting[0]) {
      const wait = bucket.take();
      if (wait > 0) {
        socket.pause();
        timer = setTimeout(next, wait);
        return;
      }
      waiting.shift();
      handle(data);
    }
    if (socket.isPaused) socket.resume();
  }
  return (data) => {
    waiting.push(data);
    if (!timer) next();
  };
}

/**
 * Bytes accepted by the kernel that it has not sent yet. Streams count a write only when it is complete, and what waits
 * is a single write of any size; Node's own timeouts use this number for the same reason.
 */
function queuedBytes(line: Socket): number {
  const { _handle: handle } = line as Socket & { _handle?: { writeQueueSize?: number } | null };
  return handle?.writeQueueSize ?? 0;
}

/**
 * Detects whether the other side is still there. A connection that moves bytes in either direction is alive. Otherwise
 * it has to answer a ping; the timeout for that grows with the round trips seen on this connection.
 */
function watchLine(socket: WebSocket, line: Socket, most: WireLimits, onHeard: () => void): void {
  const takenBytes = () => line.bytesWritten - line.writableLength - queuedBytes(line);
  let pongTimeout = FIRST_PONG_TIMEOUT_MS;
  let askedAt: number | null = null;
  let [aliveAt, takenAt] = [performance.now(), performance.now()];
  let [read, taken, unread] = [line.bytesRead, takenBytes(), 0];

  function look(now: number): void {
    if (line.bytesRead !== read) aliveAt = now;
    // the kernel accepts a little even for a dead connection, but nothing once its buffer is full
    if (unread > 0 && takenBytes() !== taken) aliveAt = takenAt = now;
    [read, taken, unread] = [line.bytesRead, takenBytes(), socket.bufferedAmount];
    if (unread === 0) takenAt = now;
  }
  const timer = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return;
    const now = performance.now();
    look(now);
    const isStuck = unread > most.unread && now - takenAt > most.stuck;
    const isDead = askedAt !== null && now - Math.max(askedAt, aliveAt) > pongTimeout;
    if (isStuck || isDead) return socket.terminate();
    if (askedAt !== null) return;
    askedAt = now;
    socket.ping();
  }, most.lookEvery);
  socket.on('pong', () => {
    if (askedAt === null) return;
    pongTimeout = Math.min(MAX_PONG_TIMEOUT_MS, MIN_PONG_TIMEOUT_MS + 4 * (performance.now() - askedAt));
    askedAt = null;
    onHeard();
  });
  socket.once('close', () => clearInterval(timer));
}

/**
 * Adapts a socket for graphql-ws: sends wait until the connection has accepted them, so that each subscription buffers
 * one message; incoming data is limited by rate, unsent data by size, and pongs are dropped first.
 */
export function createWire(socket: WebSocket, line: Socket, log: Log, most = WIRE_LIMITS): Wire {
  let heardAt = performance.now();
  const heard = () => (heardAt = performance.now());
  const mayPong = () => socket.readyState === socket.OPEN && socket.bufferedAmount < LIMITS.socketUnreadPongs;
  const send = (data: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      socket.send(data, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
    });
  watchLine(socket, line, most, heard);
  socket.on('ping', (data: Buffer) => mayPong() && socket.pong(data));
  socket.on('error', (error) => log.debug({ err: error }, 'a socket broke'));

  return {
    graphql: {
      protocol: socket.protocol,
      send,
      close: (code, reason) => socket.close(code, reason),
      onMessage(handle) {
        const take = inTurn(socket, (data) => {
          handle(data).catch((error: unknown) => {
            log.warn({ err: error }, 'a message of a socket could not be handled');
            socket.close(4500, 'The message could not be handled');
          });
        });
        socket.on('message', (data: RawData) => {
          heard();
          take((data as Buffer).toString());
        });
      },
      onPing: async (payload) => {
        if (mayPong()) await send(JSON.stringify({ type: 'pong', ...(payload && { payload }) }));
      },
    },
    get heardAt() {
      return heardAt;
    },
  };
}
