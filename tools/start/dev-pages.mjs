// The front of npm run dev: one address for both pages, which Vite serves from their sources, and for the API behind it.
// usage: node tools/start/dev-pages.mjs <port> <address of the API>
import { createServer as createHttpServer } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import path from 'node:path';
import { createServer } from 'vite';
import { API_PATHS } from '../pages/api-paths.mjs';
import { root } from './paths.mjs';

const [port, api] = process.argv.slice(2);
const front = createHttpServer();

function openPage(name, proxy) {
  const folder = path.join(root, 'apps', name);
  return createServer({
    root: folder,
    configFile: path.join(folder, 'vite.config.ts'),
    server: { middlewareMode: { server: front }, ws: { server: front }, proxy },
  });
}

const portal = await openPage(
  'customer-portal',
  Object.fromEntries(API_PATHS.map((prefix) => [prefix, { target: api, ws: true }])),
);
const csrConsole = await openPage('csr-console');

front.on('request', (request, response) => {
  if (request.url === '/console') response.writeHead(302, { location: '/console/' }).end();
  else if (request.url.startsWith('/console/')) csrConsole.middlewares(request, response);
  else portal.middlewares(request, response);
});
// Browsers may try either address for localhost; machines without IPv6 have no second one.
const second = createNetServer((socket) => front.emit('connection', socket));
second.on('error', () => {});
second.listen(Number(port), '::1');
front.listen(Number(port), '127.0.0.1', () => console.log('ready'));
// The launcher is gone, or asks for the end.
const leave = () => process.exit(0);
process.on('SIGTERM', leave);
process.stdin.resume().on('close', leave);
