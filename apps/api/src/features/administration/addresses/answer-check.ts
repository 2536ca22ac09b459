import { PATHS } from '@tandem/contract';
import { Failure } from '../../../platform/graphql/index.js';
import { addRoute, httpHandler, type Mount } from '../../../platform/http/handler.js';
import type { Sites } from '../../site/sites/index.js';

/**
 * Answers the check of an address with a proof that it leads to this installation. It also shows that proxies forward
 * the Host header.
 */
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
