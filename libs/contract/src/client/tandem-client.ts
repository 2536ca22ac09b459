import { Client, fetchExchange, stringifyDocument, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { CLOSE_CODES } from '../errors.js';
import { ACTOR_HEADER, formatActor, PATHS, TIME_HEADER, type Actor } from '../transport.js';
import { serverClock } from './server-clock.js';
import { TandemError, toTandemError } from './tandem-error.js';

/** GraphQL as one actor: requests over HTTP, the stream of events over a socket. */
export interface TandemClient {
  /** Who asks, for what goes by plain HTTP. */
  headers: Readonly<Record<string, string>>;
  /** @throws TandemError */
  query<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D>;
  /** @throws TandemError */
  mutate<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D>;
  /**
   * One attempt at a subscription. Resolves when the server completes it; rejects when the socket is lost, or with a
   * TandemError when the server refuses it. `onLive` is told when the socket is there.
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

/** A request without an answer for this long has met a line that has gone dead: it is given up, and may be sent again. */
const REQUEST_WITHIN = 10_000;
/** Opening a socket takes no longer; the system would try for minutes, ever more seldom. */
const OPEN_WITHIN = 5000;
/** A socket that has not answered a ping for this long is dead, whatever the system says of it. */
const PING_EVERY = 2000;
const PONG_WITHIN = 2000;

/** Without an actor only public fields answer. */
export function createTandemClient({
  actor,
  origin = location.origin,
}: {
  actor?: Actor;
  origin?: string;
}): TandemClient {
  const named = actor ? formatActor(actor) : '';
  const headers: Record<string, string> = named ? { [ACTOR_HEADER]: named } : {};
  const http = new Client({
    url: origin + PATHS.graphql,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: fetchInTime,
    fetchOptions: { headers, credentials: 'same-origin' },
  });
  const sockets = new Set<SocketClient>();

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

  function openSocket(onLive: () => void): SocketClient {
    let isAnswered: ReturnType<typeof setTimeout> | undefined;
    let isOpened: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url: origin.replace(/^http/, 'ws') + PATHS.graphql,
      connectionParams: { actor: named },
      retryAttempts: 0, // who tails the log knows where to go on, the socket doesn't
      lazy: true,
      keepAlive: PING_EVERY,
      connectionAckWaitTimeout: 5000,
      on: {
        connecting: () => (isOpened = setTimeout(() => client.terminate(), OPEN_WITHIN)),
        opened: () => clearTimeout(isOpened),
        connected: onLive,
        ping: (isReceived) => {
          if (!isReceived) isAnswered = setTimeout(() => client.terminate(), PONG_WITHIN);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(isAnswered);
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
    mutate: (document, variables) => ask('mutation', document, variables),
    async subscribe(document, variables, { onLive, onData, signal }) {
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
              error: (cause) => reject(asError(cause)),
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

async function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), REQUEST_WITHIN); // also while the answer's body comes; afterwards it does nothing
  init.signal?.addEventListener('abort', () => ending.abort(), { once: true });
  const askedAt = Date.now();
  const response = await fetch(input, { ...init, signal: ending.signal });
  serverClock.learn(Number(response.headers.get(TIME_HEADER) ?? NaN), askedAt, Date.now());
  return response;
}

/** What a socket ends with: refused errors of GraphQL, a close event, or a broken connection. */
function asError(cause: unknown): Error {
  if (Array.isArray(cause)) return toTandemError({ graphQLErrors: cause } as never);
  if (typeof CloseEvent !== 'undefined' && cause instanceof CloseEvent && cause.code === CLOSE_CODES.revoked)
    return new TandemError('UNAUTHENTICATED');
  return new TandemError('UNAVAILABLE');
}
