import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACTOR_HEADER, parseActor, type Actor } from '@tandem/contract';
import { createLoaders, type Context, type Viewer } from '../platform/graphql/index.js';
import { isByHttps } from '../platform/http/client-address.js';
import { cookieJar, cookieNames } from '../platform/http/cookies.js';
import type { Platform } from '../platform/index.js';
import type { Features } from './compose.js';

export interface Request {
  request: IncomingMessage;
  /** Null for a socket. */
  response: ServerResponse | null;
  /** The actor that the request names: a header, or a socket's connection parameter. */
  actor: string | undefined;
  bearer: string | undefined;
}

const header = (request: IncomingMessage, name: string) => request.headers[name] as string | undefined;

/** An API token, from a header or a socket's connection parameter. */
export const bearerOf = (named: string | undefined): string | undefined => named?.match(/^Bearer (\S+)$/i)?.[1];

export const fromHttp = (request: IncomingMessage, response: ServerResponse): Request => ({
  request,
  response,
  actor: header(request, ACTOR_HEADER),
  bearer: bearerOf(header(request, 'authorization')),
});

/**
 * Resolves actor, client address and site. A cookie counts only together with the named actor and our own Origin, so
 * that no other page can act for a signed-in browser.
 */
export function createRequestContext({ config, clientAddress }: Platform, features: Features) {
  const names = cookieNames(config.cookieSuffix);
  const { isOwn, linkOrigin } = features.sites;
  const instances = new Map<unknown, object>(features.resolvers.map((resolver) => [resolver.constructor, resolver]));

  /**
   * Browsers send no Origin with HEAD. It changes nothing and is answered without a body, and other pages can't send
   * the actor's header with it, because the preflight fails.
   */
  async function isOurPage(siteId: string, request: IncomingMessage): Promise<boolean> {
    const origin = header(request, 'origin');
    return origin === undefined ? request.method === 'HEAD' : isOwn(siteId, origin);
  }

  /** The actor, among those that this browser may act for. The site may restrict its staff to some networks. */
  async function bearerOf(siteId: string, request: IncomingMessage, actor: Actor): Promise<Viewer> {
    const cookies = cookieJar(request, null);
    if (actor.kind === 'seat')
      return features.participants.authenticateSeat(siteId, actor.sessionId, cookies.get(names.seat(actor.sessionId)));
    const viewer = await features.auth.authenticate.staff(siteId, cookies.get(names.staff));
    const isAllowed = await features.settings.isStaffAllowed(siteId, clientAddress(request).address);
    return viewer.kind === 'staff' && !isAllowed ? { kind: 'anonymous', because: 'NETWORK_NOT_ALLOWED' } : viewer;
  }

  async function viewerOf({ request, actor: named, bearer }: Request, siteId: string): Promise<Viewer> {
    if (bearer) return features.auth.authenticate.bearer(siteId, bearer, clientAddress(request).address);
    const actor = parseActor(named);
    return actor && (await isOurPage(siteId, request)) ? bearerOf(siteId, request, actor) : { kind: 'anonymous' };
  }

  /** The page's Origin; without one, the scheme and host of the connection or proxy. */
  function isSecure(request: IncomingMessage, pageOrigin: string | undefined): boolean {
    if (isByHttps(request, clientAddress(request))) return true;
    return pageOrigin?.startsWith('https:') ?? false;
  }

  return async function requestContext(asked: Request): Promise<Context> {
    const { request, response } = asked;
    const site = await features.sites.forHost(request.headers.host ?? '');
    const origin = header(request, 'origin');
    const ownOrigin = origin && (await isOwn(site.id, origin)) ? origin : undefined;
    const pageOrigin = ownOrigin ?? config.origins[0]!;
    return {
      viewer: await viewerOf(asked, site.id),
      site: { id: site.id, name: site.name, locale: site.locale },
      address: clientAddress(request).address,
      asBearerOf: (actor) => bearerOf(site.id, request, actor),
      // not by the Host: proxies leave its port out, or send their own
      isAtUnknownAddress: origin !== undefined && !ownOrigin && !asked.bearer,
      pageOrigin,
      linkOrigin: await linkOrigin(site.id),
      cookies: cookieJar(request, response && { to: response, isSecure: isSecure(request, ownOrigin) }),
      instanceOf: (Class) => instances.get(Class) as never,
      loader: createLoaders(),
    };
  };
}
export type RequestContext = ReturnType<typeof createRequestContext>;
