import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPages } from './pages.js';

const SCRIPT = 'export const greeting = "hello";\n'.repeat(200);
let apps: string;
let server: Server;

beforeEach(async () => {
  apps = mkdtempSync(path.join(tmpdir(), 'tandem-pages-'));
  mkdirSync(path.join(apps, 'customer-portal/dist/assets'), { recursive: true });
  writeFileSync(path.join(apps, 'customer-portal/dist/index.html'), '<!doctype html>'.padEnd(3000));
  writeFileSync(path.join(apps, 'customer-portal/dist/assets/main.js'), SCRIPT);
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

async function load(at: string): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const headers = { accept: '*/*', 'accept-encoding': 'gzip' };
  return new Promise((resolve) => get({ port, path: at, headers }, (response) => resolve(response.resume())));
}

test.each(['/assets/main.js', '/', '/j/481207936'])('what a customer downloads comes compressed: %s', async (at) => {
  const { statusCode, headers } = await load(at);
  expect(statusCode).toBe(200);
  expect(headers['content-encoding']).toBe('gzip');
});

test('an answer of GraphQL, which may hold a secret beside a text of somebody else, is not compressed', async () => {
  expect((await load('/graphql')).headers['content-encoding']).toBeUndefined();
});
