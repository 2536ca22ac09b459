import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createNetServer, type AddressInfo, type Server as NetServer } from 'node:net';
import { PATHS } from '@tandem/contract';
import { privateAddresses, type Config } from '../platform/config/index.js';
import { Failure, type Acts } from '../platform/graphql/index.js';
import { createFormatError } from '../platform/graphql/format-error.js';
import { isByHttps } from '../platform/http/client-address.js';
import { addRoute } from '../platform/http/handler.js';
import { createStrictTransport } from '../platform/http/strict-transport.js';
import type { WireLimits } from '../platform/http/socket-wire.js';
import { refuseUpgrade } from '../platform/http/refuse-upgrade.js';
import type { Platform } from '../platform/index.js';
import { ensureCertificates } from '../platform/tls/index.js';
import type { Features } from './compose.js';
import { createApollo, createHttpApp } from './http-app.js';
import { createRequestContext, fromHttp } from './request-context.js';
import { createSchema } from './schema.js';
import { createSocketServer } from './socket-server.js';

/** Longer than the minute for which proxies keep an idle connection: the proxy must close it first. */
const KEEP_ALIVE = 75_000;

interface Tls {
  cert: string | Buffer;
  key: string | Buffer;
  ca?: string;
}

async function readTls({ tls, dataDir }: Config): Promise<Tls | null> {
  if (!tls) return null;
  if (tls !== 'own-ca') return { cert: await readFile(tls.certFile), key: await readFile(tls.keyFile) };
  const { cert, key, ca } = await ensureCertificates({ dataDir, addresses: privateAddresses() });
  return { cert, key, ca };
}

const listen = (server: NetServer, port: number, host: string | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host && { host }) }, () => resolve());
  });

/** Machines without IPv6 have no such address. */
const WITHOUT_IPV6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** Browsers may try either address for `localhost`: the second listener passes connections to the same server. */
async function listenOnLoopback(server: Server, port: number): Promise<() => void> {
  await listen(server, port, '127.0.0.1');
  const second = createNetServer((socket) => void server.emit('connection', socket));
  await listen(second, port, '::1').catch((error: NodeJS.ErrnoException) => {
    if (!WITHOUT_IPV6.has(error.code ?? '')) throw error;
  });
  return () => void second.close();
}

export interface RunningServer {
  port: number;
  stop(): Promise<void>;
}

/** Limits; `LIMITS` by default. */
interface Bounds {
  acts?: Acts;
  wireLimits?: WireLimits | undefined;
}

/** Listens on one address for everything: pages, GraphQL over HTTP and sockets, and the routes of features. */
export async function startServer(platform: Platform, features: Features, bounds: Bounds = {}): Promise<RunningServer> {
  const { config, clock, log, db, sockets, clientAddress } = platform;
  const tls = await readTls(config);
  const server = (tls ? createHttpsServer(tls) : createHttpServer()) as Server;
  server.keepAliveTimeout = KEEP_ALIVE;
  const schema = await createSchema(features, bounds.acts);
  const formatError = createFormatError(log);
  const requestContext = createRequestContext(platform, features);
  const apollo = createApollo(schema, server, formatError);
  await apollo.start();
  const app = createHttpApp({
    apollo,
    requestContext,
    log,
    db,
    clock,
    strictTransport: createStrictTransport(config, (request) => isByHttps(request, clientAddress(request))),
    mount: (mounted) => {
      features.mount(mounted, (request, response) => requestContext(fromHttp(request, response)));
      addRoute(mounted, PATHS.ca, {
        get: (_request, response, next) => {
          if (tls?.ca) response.type('application/x-x509-ca-cert').send(tls.ca);
          else next(new Failure('NOT_FOUND'));
        },
      });
    },
  });
  server.on('request', app);

  const graphqlSockets = createSocketServer({
    ...{ schema, requestContext, sockets, formatError, log },
    wireLimits: bounds.wireLimits,
  });
  server.on('upgrade', (request, socket, head: Buffer) => {
    socket.on('error', () => socket.destroy()); // the client has disconnected
    const pathname = URL.parse(request.url ?? '/', 'http://tandem')?.pathname ?? '';
    if (pathname === PATHS.graphql) graphqlSockets.upgrade(request, socket, head);
    else if (pathname.startsWith(`${PATHS.livekit}/`) && features.media.upgrade)
      void features.media.upgrade(request, socket, head);
    else refuseUpgrade(socket, '404 Not Found');
  });

  const onLoopback = config.listen === 'loopback';
  const stopSecond = onLoopback ? await listenOnLoopback(server, config.port) : undefined;
  if (!onLoopback) await listen(server, config.port, undefined);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      stopSecond?.();
      await graphqlSockets.close();
      await apollo.stop();
    },
  };
}
