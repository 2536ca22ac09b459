import { once } from 'node:events';
import type { Request, Response } from 'express';
import { releaseMemory } from '../../../platform/blobs/index.js';
import type { Context } from '../../../platform/graphql/index.js';
import { ownerOf } from '../../../platform/http/sockets.js';
import type { Uses } from '../../../platform/index.js';
import type { FileRow } from './files.repo.js';
import type { Followed, LinkFile } from './link-file.js';
import { openSealed } from './sealed-file.js';

interface Range {
  start: number;
  /** Inclusive. */
  end: number;
}

/** Browsers may save a file, and nothing else. */
function setHeaders(response: Response, { file, link }: Followed): void {
  response.attachment(file.name);
  if (link.purpose === 'PREVIEW') response.set('Content-Disposition', 'inline');
  response.set({
    'Content-Type': file.mediaType ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache, no-transform',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.sha256}"`,
    'Last-Modified': file.publishedAt!.toUTCString(),
  });
}

/** @returns the requested range, null for all of it, or 'none' when it is not satisfiable */
function rangeOf(request: Request, { size, sha256, publishedAt }: FileRow): Range | null | 'none' {
  const condition = request.get('if-range');
  if (condition && condition !== `"${sha256}"` && condition !== publishedAt!.toUTCString()) return null;
  const ranges = request.range(size);
  if (ranges === -1) return 'none';
  // a request for several ranges may be answered with the whole
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0]! : null;
}

/** Serves the content of a link, decrypted frame by frame; a range of it when a download is resumed. */
export function createServeFile(deps: Uses<'log' | 'sockets' | 'blobs' | 'keys'> & { links: LinkFile }) {
  const { blobs, sockets, links, log } = deps;

  async function send(followed: Followed, bytes: AsyncIterable<Buffer>, response: Response): Promise<void> {
    const { file, viewer } = followed;
    const ending = new AbortController();
    response.once('close', () => ending.abort());
    const release = sockets.track(ownerOf(viewer)!, () => response.destroy());
    try {
      for await (const plain of bytes)
        if (!response.write(plain, () => releaseMemory(plain))) await once(response, 'drain', ending);
      response.end();
    } catch (error) {
      // the response has started: a failure can only be shown by aborting it
      if (!ending.signal.aborted) log.error({ err: error, fileId: file.id }, 'a download broke off');
      response.destroy();
    } finally {
      release();
    }
  }

  return async function serveFile(context: Context, request: Request, response: Response): Promise<void> {
    const followed = await links.follow(context, String(request.params.id), String(request.params.token));
    const { file } = followed;
    const range = rangeOf(request, file);
    if (range === 'none') return void response.status(416).set('Content-Range', `bytes */${file.size}`).end();
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    const sealed = await openSealed(deps, file); // decryption errors are reported before the response starts
    setHeaders(response, followed);
    response.set('Content-Length', String(end - start + 1));
    if (range) response.status(206).set('Content-Range', `bytes ${start}-${end}/${file.size}`);
    if (request.method === 'HEAD') return void response.end();
    await links.tell(followed);
    await send(followed, blobs.read(sealed, start, end + 1), response);
  };
}
