import path from 'node:path';
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import helmet from 'helmet';

const APPS = path.resolve(import.meta.dirname, '../../../../');
const YEAR = 365 * 24 * 3600 * 1000;

/** Only what we serve ourselves may run, and no page of ours stands inside another one. */
export function addSecurityHeaders(app: Express, onlyByHttps: (request: Request) => boolean): void {
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'font-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'media-src': ["'self'", 'blob:', 'mediastream:'],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    }),
    (request, response, next) => {
      if (onlyByHttps(request)) response.set('Strict-Transport-Security', `max-age=${YEAR / 1000}`);
      response.set('Permissions-Policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
      next();
    },
  );
}

/** The built console under `/console/`, the portal everywhere else. Files with a hash in their name never change. */
export function addPages(app: Express, apps: string = APPS): void {
  app.use(compression()); // customers download these; GraphQL's answers hold secrets beside texts of others and stay as they are
  servePage(app, '/console', path.join(apps, 'csr-console/dist'));
  servePage(app, '/', path.join(apps, 'customer-portal/dist'));
}

function servePage(app: Express, at: string, folder: string): void {
  const assets = express.static(path.join(folder, 'assets'), { immutable: true, maxAge: YEAR, fallthrough: false });
  app.use(path.posix.join(at, 'assets'), assets);
  app.use(at, express.static(folder, { index: false, maxAge: 0 }));
  app.get(path.posix.join(at, '{*rest}'), (request, response, next) => {
    if (!request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(path.join(folder, 'index.html'));
  });
}
