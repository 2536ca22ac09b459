import { PATHS } from '@tandem/contract';
import { Failure } from '../../../platform/graphql/index.js';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { Sites } from '../../site/sites/index.js';

/** Says at an address, while it is looked at, what shows that it leads here. It shows too that proxies hand on the name. */
export function answerCheck({ hosts }: Sites): Mount {
  return (app, contextOf) =>
    addRoute(app, PATHS.addressCheck, {
      get: httpHandler(contextOf, { isPublic: true }, async (_context, request, response) => {
        const row = await hosts.find(hosts.nameOf(request.headers.host ?? ''));
        if (!row?.nonce) throw new Failure('NOT_FOUND');
        response.set('Cache-Control', 'no-store').type('text').send(row.nonce);
      }),
    });
}
