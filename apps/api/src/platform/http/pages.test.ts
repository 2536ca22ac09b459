import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPages } from './pages.js';

const SCRIPT = 'export const greeting = "hello";\n'.repeat(200);
const PAGE = '<!doctype html>'.padEnd(3000);
const CONSOLE = '<!doctype html><title>console</title>';
const FILES = { 'index.html': PAGE, 'assets/main.js': SCRIPT, 'floor.js': SCRIPT };
let apps: string;
let server: Server;

beforeEach(async () => {
  apps = mkdtempSync(path.join(tmpdir(), 'tandem-pages-'));
  mkdirSync(path.join(apps, 'customer-portal/dist/assets'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(apps, 'customer-portal/dist', name);
    writeFileSync(file, text);
    writeFileSync(`${file}.br`, brotliCompressSync(text));
    writeFileSync(`${file}.gz`, gzipSync(text));
  }
  writeFileSync(path.join(apps, 'customer-portal/dist/live.svg'), '<svg/>');
  mkdirSync(path.join(apps, 'csr-console/dist'), { recursive: true });
  writeFileSync(path.join(apps, 'csr-console/dist/index.html'), CONSOLE);
  const app = express();
  app.get('/graphql', (_request, response) => void response.json({ data: SCRIPT }));
  addPages(app, apps);
  server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
});
afterEach(() => {
  server.close();
  rmSync(apps, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
async function load(at: string, accepts = 'gzip, deflate, br', method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const headers = { accept: '*/*', 'accept-encoding': accepts };
  const response = await new Promise<IncomingMessage>((resolve) =>
    request({ port, path: at, headers, method }, resolve).end(),
  );
  const body = await buffer(response);
  return { status: response.statusCode, headers: response.headers, body };
}

test.each([
  ['/assets/main.js', SCRIPT, 'text/javascript; charset=utf-8'],
  ['/', PAGE, 'text/html; charset=utf-8'],
  ['/j/481207936', PAGE, 'text/html; charset=utf-8'],
  ['/floor.js', SCRIPT, 'text/javascript; charset=utf-8'],
])('what a customer downloads comes as the build has compressed it: %s', async (at, text, type) => {
  const best = await load(at);
  expect(best).toMatchObject({ status: 200, headers: { 'content-encoding': 'br', 'content-type': type } });
  expect(brotliDecompressSync(best.body).toString()).toBe(text);
  const older = await load(at, 'gzip');
  expect(older.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': type });
  expect(gunzipSync(older.body).toString()).toBe(text);
  const plain = await load(at, 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(text);
  for (const { headers } of [best, older, plain]) expect(headers.vary).toContain('Accept-Encoding');
  expect(new Set([best, older, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  expect((await load(at, 'br', 'HEAD')).headers['content-encoding']).toBe('br');
});

test('a file that gains nothing comes as it is, and one that is not there is not found', async () => {
  expect((await load('/live.svg')).headers['content-encoding']).toBeUndefined();
  expect((await load('/assets/gone.js')).status).toBe(404);
  expect((await load('/assets/..%2f..%2findex.html')).status).not.toBe(200);
});

test.each(['/console', '/console/', '/console/admin/users'])('the console is there by %s', async (at) => {
  expect((await load(at)).body.toString()).toBe(CONSOLE);
});

test('no address leads to another one, however many folders it names', async () => {
  for (const at of ['/nowhere/..', '/assets', '//evil.example/..', '/assets/../assets'])
    expect([200, 403, 404]).toContain((await load(at)).status);
});

test('an answer of GraphQL, which may hold a secret beside a text of somebody else, is not compressed', async () => {
  expect((await load('/graphql')).headers['content-encoding']).toBeUndefined();
});
