import { Client, fetchExchange, stringifyDocument, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { ACTOR_HEADER, CLOSE_CODES, formatActor, PATHS, TIME_HEADER, type Actor } from '@tandem/contract';
import { createTimeouts, type Timeouts } from './timeouts.js';
import { serverClock } from './server-clock.js';
import { TandemError, toTandemError } from './tandem-error.js';

/** A GraphQL client of one actor: requests over HTTP, events over a socket. */
export interface TandemClient {
  /** The actor of HTTP requests. */
  headers: Readonly<Record<string, string>>;
  /** @throws TandemError */
  query<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D>;
  /** @throws TandemError */
  mutate<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D>;
  /**
   * One attempt at a subscription. Resolves when the server completes it; rejects when the socket is lost, or with a
   * TandemError when the server refuses it. `onLive` is called when the socket is open.
   */
  subscribe<D, V extends AnyVariables>(
    document: TypedDocumentNode<D, V>,
    variables: V,
    to: SubscriptionSink<D>,
  ): Promise<void>;
  close(): void;
}
export interface SubscriptionSink<D> {
  onLive(): void;
  onData(data: D): void;
  signal: AbortSignal;
}

/** A socket without any data after a ping is dead, whatever the operating system reports. */
const PING_EVERY = 2000;
/** Delay before reconnecting a socket that was closed because its owner has too many. */
const TOO_MANY_REST = 60;
/** How often a request is retried that was refused by a rate limit. */
const AGAIN = 10;

/** Without an actor only public fields answer. */
export function createTandemClient({
  actor,
  origin = location.origin,
}: {
  actor?: Actor;
  origin?: string;
}): TandemClient {
  const timeouts = createTimeouts();
  const named = actor ? formatActor(actor) : '';
  const headers: Record<string, string> = named ? { [ACTOR_HEADER]: named } : {};
  const http = new Client({
    url: origin + PATHS.graphql,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: (input, init) => fetchInTime(timeouts, input, init),
    fetchOptions: { headers, credentials: 'same-origin' },
  });
  const sockets = new Set<SocketClient>();
  let restsUntil = 0;

  async function ask<D, V extends AnyVariables>(
    kind: 'query' | 'mutation',
    document: TypedDocumentNode<D, V>,
    variables: V,
  ): Promise<D> {
    const { data, error } = await http[kind](document, variables).toPromise();
    if (error) throw toTandemError(error);
    if (data === undefined) throw new TandemError('UNAVAILABLE');
    return data;
  }

  /** A rate-limited request was not executed: it waits as long as the server says, and is sent again. */
  async function act<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D> {
    for (let tries = 1; ; tries++) {
      try {
        return await ask('mutation', document, variables);
      } catch (cause) {
        const { code, params } = cause as TandemError;
        if (code !== 'TOO_MANY_REQUESTS' || !params.perSecond || tries > AGAIN) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 1000 * Number(params.retryAfterSeconds)));
      }
    }
  }

  function openSocket(onLive: () => void): SocketClient {
    let isAnswered: ReturnType<typeof setTimeout> | undefined;
    let isOpened: ReturnType<typeof setTimeout> | undefined;
    let begunAt = 0;
    let askedAt: number | null = null;
    const giveUp = () => {
      timeouts.notPonged();
      client.terminate();
    };
    const wait = () => {
      clearTimeout(isAnswered);
      isAnswered = setTimeout(giveUp, timeouts.pong);
    };
    const client = createClient({
      url: origin.replace(/^http/, 'ws') + PATHS.graphql,
      connectionParams: { actor: named },
      retryAttempts: 0, // the tail continues by sequence number, the socket itself must not retry
      lazy: true,
      keepAlive: PING_EVERY,
      connectionAckWaitTimeout: Math.max(5000, timeouts.pong),
      on: {
        connecting: () => {
          begunAt = Date.now();
          isOpened = setTimeout(() => {
            timeouts.notOpened();
            client.terminate();
          }, timeouts.opening);
        },
        opened: () => {
          clearTimeout(isOpened);
          timeouts.opened(Date.now() - begunAt);
        },
        // any data shows a live connection: a long answer may precede the pong
        message: () => askedAt !== null && wait(),
        connected: onLive,
        ping: (isReceived) => {
          if (isReceived) return;
          askedAt = Date.now();
          wait();
        },
        pong: (isReceived) => {
          if (!isReceived || askedAt === null) return;
          clearTimeout(isAnswered);
          timeouts.ponged(Date.now() - askedAt);
          askedAt = null;
        },
        closed: () => [isAnswered, isOpened].forEach(clearTimeout),
      },
    });
    sockets.add(client);
    return client;
  }

  return {
    headers,
    query: (document, variables) => ask('query', document, variables),
    mutate: act,
    async subscribe(document, variables, { onLive, onData, signal }) {
      if (Date.now() < restsUntil) throw tooMany();
      const socket = openSocket(onLive);
      try {
        await new Promise<void>((resolve, reject) => {
          const end = socket.subscribe<Record<string, unknown>>(
            { query: stringifyDocument(document), variables: variables as Record<string, unknown> },
            {
              next: ({ data, errors }) => {
                if (errors?.length) reject(toTandemError({ graphQLErrors: errors } as never));
                else if (data) onData(data as never);
              },
              error: (cause) => {
                if (codeOf(cause) === CLOSE_CODES.tooMany) restsUntil = Date.now() + 1000 * TOO_MANY_REST;
                reject(asError(cause));
              },
              complete: resolve,
            },
          );
          signal.addEventListener('abort', () => (end(), resolve()), { once: true });
        });
      } finally {
        sockets.delete(socket);
        await socket.dispose();
      }
    },
    close: () => sockets.forEach((socket) => void socket.dispose()),
  };
}

async function fetchInTime(timeouts: Timeouts, input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const ending = new AbortController();
  let isHere = false;
  // also while the body is received; aborting afterwards has no effect
  setTimeout(() => {
    if (!isHere) timeouts.notAnswered();
    ending.abort();
  }, timeouts.request);
  init.signal?.addEventListener('abort', () => ending.abort(), { once: true });
  const askedAt = Date.now();
  const response = await fetch(input, { ...init, signal: ending.signal });
  isHere = true;
  timeouts.answered(Date.now() - askedAt);
  serverClock.learn(Number(response.headers.get(TIME_HEADER) ?? NaN), askedAt, Date.now());
  return response;
}

const codeOf = (cause: unknown) => (cause as { code?: unknown } | null)?.code;
const tooMany = () => new TandemError('TOO_MANY_REQUESTS', { retryAfterSeconds: TOO_MANY_REST });

/** Reasons for the end of a subscription: GraphQL errors, a close event, or a lost connection. */
function asError(cause: unknown): Error {
  if (Array.isArray(cause)) return toTandemError({ graphQLErrors: cause } as never);
  if (codeOf(cause) === CLOSE_CODES.revoked) return new TandemError('UNAUTHENTICATED');
  if (codeOf(cause) === CLOSE_CODES.tooMany) return tooMany();
  return new TandemError('UNAVAILABLE');
}
