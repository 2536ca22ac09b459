import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';

const APPS = path.resolve(import.meta.dirname, '../../../../');
const YEAR = 365 * 24 * 3600 * 1000;

/** Only our own scripts may run, and no page may be framed. */
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

/** The built console under `/console/`, the portal everywhere else. Files with a hash in their name are immutable. */
export function addPages(app: Express, apps: string = APPS): void {
  servePage(app, '/console', path.join(apps, 'csr-console/dist'));
  servePage(app, '/', path.join(apps, 'customer-portal/dist'));
}

/**
 * Precompressed variants, in order of preference. GraphQL responses are not compressed, because they mix secrets with
 * text chosen by others.
 */
const COMPRESSED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Negotiates the variant of a file. @returns the suffix of its name */
function chooseForm(request: Request, response: Response, file: string): string {
  const forms = COMPRESSED.filter(([, ending]) => existsSync(file + ending));
  if (forms.length === 0) return '';
  response.vary('Accept-Encoding');
  const form = forms.find(([encoding]) => request.acceptsEncodings(encoding) === encoding);
  if (!form) return '';
  response.set('Content-Encoding', form[0]).type(path.extname(file));
  return form[1];
}

/** Runs before the static files: rewrites to the compressed variant where one exists. */
const compressed =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const [pathname = ''] = request.url.split('?');
    const file = path.join(folder, pathname);
    // our file names need no escapes; others are left to the static handler
    if (/^[\w./-]+\.\w+$/.test(pathname) && file.startsWith(folder + path.sep)) {
      const ending = chooseForm(request, response, file);
      if (ending) request.url = pathname + ending;
    }
    next();
  };

function servePage(app: Express, at: string, folder: string): void {
  const assets = path.join(folder, 'assets');
  app.use(
    path.posix.join(at, 'assets'),
    compressed(assets),
    express.static(assets, { immutable: true, maxAge: YEAR, fallthrough: false, redirect: false }),
  );
  app.use(at, compressed(folder), express.static(folder, { index: false, maxAge: 0, redirect: false }));
  app.get([at, path.posix.join(at, '{*rest}')], (request, response, next) => {
    if (!request.accepts('html')) return next();
    const file = path.join(folder, 'index.html');
    response.set('Cache-Control', 'no-cache').sendFile(file + chooseForm(request, response, file));
  });
}
