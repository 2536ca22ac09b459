import { FINGERPRINT_HEADER, PATHS } from '@tandem/contract';
import { DataStore, Server, Upload } from '@tus/server';
import type { Request, Response } from 'express';
import { newId } from '../../platform/crypto/index.js';
import { Failure, type Context } from '../../platform/graphql/index.js';
import { toHttp } from '../../platform/http/door.js';
import type { SocketOwner, Sockets } from '../../platform/http/sockets.js';
import type { Log } from '../../platform/log/index.js';
import type { ReceiveFile } from './receive-file.js';

/** Where tus keeps bytes: sealed, and known by what `offerFile` wrote down. */
class SealedStore extends DataStore {
  constructor(private readonly receive: ReceiveFile) {
    super();
  }

  override async getUpload(id: string): Promise<Upload> {
    const { file, offset } = await this.receive.progress(id);
    return new Upload({ id, size: file.size, offset, creation_date: file.offeredAt.toISOString() });
  }

  override write(stream: AsyncIterable<Uint8Array>, id: string, offset: number): Promise<number> {
    return this.receive.write(id, offset, stream);
  }
}

interface Deps {
  receive: ReceiveFile;
  sockets: Sockets;
  log: Log;
}

export const ownerOf = ({ viewer }: Pick<Context, 'viewer'>): SocketOwner | null => {
  if (viewer.kind === 'seat') return `seat:${viewer.participantId}`;
  return viewer.kind === 'staff' ? `auth:${viewer.authSessionId}` : null;
};

/** Bytes by the tus protocol, to files that were offered by GraphQL. Whoever loses the seat meanwhile is cut off. */
export function createTusEndpoint({ receive, sockets, log }: Deps) {
  const server = new Server({
    path: PATHS.file(''),
    datastore: new SealedStore(receive),
    allowedOrigins: [],
    onUploadFinish: async (_request, { id }) => {
      await receive.finish(id);
      return {};
    },
    onResponseError: (_request, error) => ('status_code' in error ? undefined : answerTo(error)),
  });

  /** What went wrong in GraphQL's form; what was not expected is logged with an id and shown as one. */
  function answerTo(error: Error): { status_code: number; body: string } {
    const id = newId().slice(0, 8);
    if (!(error instanceof Failure)) log.error({ err: error, id }, 'unexpected failure of an upload');
    const { status, body } = toHttp(error instanceof Failure ? error : new Failure('INTERNAL', { id }));
    return { status_code: error instanceof Failure ? status : 500, body: JSON.stringify(body) };
  }

  return async function take(context: Context, request: Request, response: Response): Promise<void> {
    await receive.open(context, String(request.params.id), request.get(FINGERPRINT_HEADER));
    const owner = ownerOf(context)!;
    const release = sockets.track(owner, () => request.destroy());
    response.once('close', release);
    await server.handle(request, response);
  };
}
