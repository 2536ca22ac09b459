// npm run dev in a copy of the sources, which a test may change: the packages are those of this folder.
import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startThrowaway } from '../database/throwaway.mjs';
import { within } from '../test/patience.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root, toolEnv } from './paths.mjs';

const SOURCES = ['apps', 'libs', 'prisma', 'tools', 'package.json', 'package-lock.json', 'prisma.config.ts'];
const CONFIGURATION = ['tsconfig.base.json', 'tsconfig.json'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'planted-faults']);
const PORTS = 7;

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
const ownPorts = (first) => Array.from({ length: PORTS }, (_, index) => first + index);

async function freePorts() {
  for (let first = 30_000 + (process.pid % 2_000) * 8; ; first += 8)
    if ((await Promise.all(ownPorts(first).map(isFree))).every(Boolean)) return first;
}

/** Each package is a link into ours, but our own libraries are those of the copy. */
function linkPackages(copy) {
  for (const place of ['node_modules', ...globSync('{apps,libs}/*/node_modules', { cwd: root })]) {
    const from = path.join(root, place);
    const to = path.join(copy, place);
    mkdirSync(to, { recursive: true });
    const names = readdirSync(from, { withFileTypes: true }).map(({ name }) => name);
    for (const name of names.filter((each) => each !== '@tandem' && !/^\.(?:vite|cache|tandem)/.test(each)))
      symlinkSync(path.join(from, name), path.join(to, name));
  }
  mkdirSync(path.join(copy, 'node_modules/@tandem'));
  for (const library of readdirSync(path.join(copy, 'libs')))
    symlinkSync(`../../libs/${library}`, path.join(copy, 'node_modules/@tandem', library));
}

/** The database client was copied, and need not be generated again. */
const markGenerated = () =>
  writeFileSync(path.join(copy, 'node_modules/.tandem-client'), fingerprint(copy, ['prisma/schema']));

function get(url, { body, headers } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: body ? 'POST' : 'GET', headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.once('error', reject).end(body);
  });
}

let copy, database, origin, port, child, ended;
let said = '';
const edit = (file, from, to) => {
  const place = path.join(copy, file);
  const before = readFileSync(place, 'utf8');
  expect(before).toContain(from);
  writeFileSync(place, before.replace(from, to));
};
const page = (at) => get(origin + at, { headers: { accept: 'text/html' } });
const health = () => get(`${origin}/healthz`).catch(({ code }) => ({ text: code }));

/** Whether a WebSocket is opened, with its subprotocol. */
function isOpened(at, protocol) {
  const socket = new WebSocket(origin.replace('http', 'ws') + at, protocol);
  return new Promise((resolve) => {
    socket.onopen = () => (socket.close(), resolve(true));
    socket.onerror = () => resolve(false);
  });
}

async function ask(query) {
  const headers = { 'content-type': 'application/json', origin };
  const { text } = await get(`${origin}/graphql`, { body: JSON.stringify({ query }), headers });
  return JSON.parse(text).data;
}

beforeAll(async () => {
  copy = mkdtempSync(path.join(tmpdir(), 'tandem-dev-'));
  for (const name of [...SOURCES, ...CONFIGURATION])
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (place) => !LEFT_OUT.has(path.basename(place)),
    });
  linkPackages(copy);
  markGenerated();
  [database, port] = await Promise.all([startThrowaway(), freePorts()]);
  origin = `http://localhost:${port}`;
  // An unused media server: these tests need none.
  const livekit = { LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' };
  const settings = { PORT: String(port), DATA_DIR: path.join(copy, 'data'), DATABASE_URL: database.url, ...livekit };
  child = spawn('node', [path.join(copy, 'tools/start/dev.mjs')], { cwd: copy, env: toolEnv(settings) });
  ended = new Promise((resolve) => child.once('close', resolve));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('Press Ctrl-C to stop'), { timeout: within(40_000) });
}, within(60_000));

afterAll(async () => {
  child?.kill('SIGKILL');
  await database?.stop();
  rmSync(copy, { recursive: true, force: true, maxRetries: 9, retryDelay: 500 });
});

describe('npm run dev', { timeout: within(30_000) }, () => {
  it('has both pages and the API at one address', async () => {
    expect((await page('/')).text).toContain('/@vite/client');
    expect((await page('/j/123456')).text).toContain('src="/src/main.ts');
    expect((await page('/console/')).text).toContain('src="/console/src/main.ts');
    expect((await page('/console/reports')).text).toContain('/console/@vite/client');
    expect((await get(`${origin}/console`)).status).toBe(302);
    expect(await ask('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['/graphql', 'graphql-transport-ws'],
    ['/', 'vite-hmr'],
    ['/console/', 'vite-hmr'],
  ])('has the WebSocket of %s at that address too (%s)', async (at, protocol) => {
    expect(await isOpened(at, protocol)).toBe(true);
  });

  it('answers with a changed source of the API, after reporting a library of ours that could not be compiled', async () => {
    const library = 'libs/domain/src/limits.ts';
    edit(library, 'export const LIMITS = {', 'export const LIMITS = {{');
    await expect.poll(() => said, { timeout: within(20_000) }).toMatch(/limits\.ts:\d+:\d+: (?:ERROR|error)/);
    edit('apps/api/src/main/http-app.ts', "? 'ok'", "? 'changed'");
    edit(library, 'export const LIMITS = {{', 'export const LIMITS = {');
    await expect.poll(async () => (await health()).text, { timeout: within(20_000) }).toBe('changed');
    expect(await ask('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['/src/App.vue', 'apps/customer-portal/src/App.vue'],
    ['/console/src/App.vue', 'apps/csr-console/src/App.vue'],
  ])('serves %s anew when it has changed', async (address, file) => {
    const served = async () => (await get(origin + address)).text;
    expect(await served()).not.toContain('data-changed');
    edit(file, '<template>\n  <', '<template>\n  <i data-changed />\n  <');
    await expect.poll(served, { timeout: within(10_000) }).toContain('data-changed');
  });

  it('ends with everything that it has started', async () => {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await Promise.all(ownPorts(port).map(isFree))).toEqual(ownPorts(port).map(() => true));
  });
});
