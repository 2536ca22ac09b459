import { PATHS } from '@tandem/contract';
import { Failure } from '../../../platform/graphql/index.js';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { ImagesRepo } from './images.repo.js';

/** Policy for an image that is opened as a document: no script, no request, no window. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Images and fonts over plain HTTP, for everybody who knows the id: they are on public pages. */
export function serveImages(repo: ImagesRepo): Mount {
  return (app, contextOf) => {
    const serve = (isFont: boolean) =>
      httpHandler(contextOf, { isPublic: true }, async ({ site }, request, response) => {
        const image = await repo.find(site.id, String(request.params.id));
        if (!image || (image.kind === 'FONT') !== isFont) throw new Failure('NOT_FOUND');
        response
          .set('Content-Type', image.type)
          .set('Content-Security-Policy', POLICY)
          .set('X-Content-Type-Options', 'nosniff')
          .set('Cache-Control', 'public, max-age=31536000, immutable')
          .send(Buffer.from(image.bytes));
      });
    addRoute(app, PATHS.image(':id'), { get: serve(false) });
    addRoute(app, PATHS.font(':id'), { get: serve(true) });
  };
}
