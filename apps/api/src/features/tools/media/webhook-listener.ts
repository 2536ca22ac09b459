import { createServer, type Server } from 'node:http';
import type { Livekit } from './livekit.js';
import type { Uses } from '../../../platform/index.js';
import type { Reconcile } from './rooms/reconcile.js';

const PATH = '/livekit/webhook';
const MAX_BYTES = 256 * 1024;

/**
 * Receives the media server's webhooks. A separate plain HTTP listener on loopback, because the server can't be made to
 * trust our own certificate. Webhooks are signed, and only trigger a comparison with the rows.
 */
export function createWebhookListener({
  log,
  livekit,
  reconcile,
}: Uses<'log'> & { livekit: Livekit; reconcile: Reconcile }) {
  async function take(body: string, authorization: string | undefined): Promise<void> {
    const { event, room, identity, ticket } = await livekit.readWebhook(body, authorization);
    const isOfInterest = event === 'participant_joined' || event === 'track_published';
    if (isOfInterest && room && identity) await reconcile.arrived(room, identity, ticket?.ticketId ?? null);
  }

  const server: Server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== PATH) return void response.writeHead(404).end();
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      take(Buffer.concat(chunks).toString(), request.headers.authorization).then(
        () => response.writeHead(200).end(),
        (error: unknown) => {
          log.warn({ err: error }, 'a report of the media server was not taken');
          response.writeHead(400).end();
        },
      );
    });
  });

  return {
    listen: (port: number): Promise<void> =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve());
      }),
    close: (): Promise<void> => new Promise((resolve) => server.close(() => resolve())),
  };
}
