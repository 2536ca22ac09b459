import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { FINGERPRINT_HEADER, PATHS } from '@tandem/contract';
import { DataStore, Server, Upload } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { newId } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import { toHttp } from '../../../platform/http/handler.js';
import { ownerOf, type Sockets } from '../../../platform/http/sockets.js';
import type { Log } from '../../../platform/log/index.js';
import type { ReceiveFile } from './receive-file.js';

/** A request while tus handles it: its body bypasses tus. */
interface Coming {
  request: IncomingMessage;
  /** The file that was authorised for this request: tus can't address another one, whatever the URL. */
  fileId: string;
  /** Ends the empty body that tus gets instead. */
  endBody(): void;
}
const coming = new AsyncLocalStorage<Coming>();
/** Thrown by tus when a connection is lost. */
const CUT = { status_code: 400, body: 'The line was cut.\n' };

function assertLetIn(id: string): Coming {
  const way = coming.getStore();
  if (way?.fileId !== id) throw new Failure('NOT_FOUND');
  return way;
}

/**
 * The data store of tus: encrypted blobs, with the metadata written by `offerFile`. The body is read directly from the
 * socket: passing it through the streams of tus costs more than hashing and encrypting it.
 */
class SealedStore extends DataStore {
  constructor(private readonly receive: ReceiveFile) {
    super();
  }

  override async getUpload(id: string): Promise<Upload> {
    assertLetIn(id);
    const { file, offset } = await this.receive.progress(id);
    return new Upload({ id, size: file.size, offset, creation_date: file.offeredAt.toISOString() });
  }

  /** @param instead aborts when the client resumes this upload on a new connection */
  override async write(instead: Readable, id: string, offset: number): Promise<number> {
    const { request, endBody } = assertLetIn(id);
    let isDone = false;
    instead.resume().once('end', () => void (isDone || request.destroy()));
    try {
      return await this.receive.write(id, offset, request.iterator({ destroyOnReturn: false }));
    } catch (error) {
      throw request.destroyed && !(error instanceof Failure) ? CUT : error;
    } finally {
      isDone = true;
      endBody();
    }
  }
}

interface Deps {
  receive: ReceiveFile;
  sockets: Sockets;
  log: Log;
}

/** The request for tus: for this file, without its body. */
function toWeb(request: IncomingMessage, fileId: string): { asked: Request; endBody(): void } {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  let endBody: () => void = () => undefined;
  const body = new ReadableStream({ start: (controller) => void (endBody = () => controller.close()) });
  const isPatch = request.method === 'PATCH';
  const init = { method: request.method!, headers, ...(isPatch && { body, duplex: 'half' as const }) };
  return { asked: new Request(`http://tandem${PATHS.file(fileId)}`, init), endBody };
}

/**
 * Uploads by the tus protocol, to files that were offered by GraphQL. The upload is aborted when its sender loses the
 * seat.
 */
export function createTusEndpoint({ receive, sockets, log }: Deps) {
  const server = new Server({
    path: PATHS.file(''),
    datastore: new SealedStore(receive),
    getFileIdFromRequest: () => coming.getStore()?.fileId,
    allowedOrigins: [],
    onUploadFinish: async (_request, { id }) => {
      await receive.finish(id);
      return {};
    },
    onResponseError: (_request, error) => ('status_code' in error ? undefined : answerTo(error)),
  });

  /** Errors in GraphQL's format; unexpected ones are logged with an id and reported with it. */
  function answerTo(error: Error): { status_code: number; body: string } {
    const id = newId().slice(0, 8);
    if (!(error instanceof Failure)) log.error({ err: error, id }, 'unexpected failure of an upload');
    const { status, body } = toHttp(error instanceof Failure ? error : new Failure('INTERNAL', { id }));
    return { status_code: error instanceof Failure ? status : 500, body: JSON.stringify(body) };
  }

  async function take(context: Context, request: HttpRequest, response: HttpResponse): Promise<void> {
    const { id: fileId } = await receive.open(context, String(request.params.id), request.get(FINGERPRINT_HEADER));
    const release = sockets.track(ownerOf(context.viewer)!, () => request.destroy());
    response.once('close', release);
    const { asked, endBody } = toWeb(request, fileId);
    const answer = await coming.run({ request, fileId, endBody }, () => server.handleWeb(asked));
    await pass(answer, response);
  }

  return {
    take,
    /** The supported protocol version and extensions, which clients may request first. */
    async tellOptions(_context: Context, _request: HttpRequest, response: HttpResponse): Promise<void> {
      await pass(
        await server.handleWeb(new Request(`http://tandem${PATHS.file('')}`, { method: 'OPTIONS' })),
        response,
      );
    },
  };
}

async function pass(answer: Response, response: HttpResponse): Promise<void> {
  if (response.destroyed) return;
  response
    .status(answer.status)
    .set(Object.fromEntries(answer.headers))
    .end(await answer.text());
}
