import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

const FONTS = path.resolve(import.meta.dirname, '../../../node_modules/pretendard/dist/web');
const CHANGE = 'mutation($i: BrandingInput!) { changeBranding(input: $i) { changedAt } }';
const SITE = 'query { site { branding { typeface { font stack path weights } } } }';

let api: TestApi;
let regular: Buffer;
let variable: Buffer;
beforeAll(async () => {
  api = await startTestApi();
  regular = await readFile(`${FONTS}/static/woff2-dynamic-subset/Pretendard-Regular.subset.91.woff2`);
  variable = await readFile(`${FONTS}/variable/woff2-dynamic-subset/PretendardVariable.subset.91.woff2`);
});
afterAll(() => api.stop());

const send = async (file: Buffer, by: ApiUser = api.owner) => {
  const headers = { ...by.headers, 'content-type': 'font/woff2' };
  const response = await fetch(api.origin + PATHS.fonts, { method: 'POST', headers, body: new Uint8Array(file) });
  return { status: response.status, body: (await response.json()) as Sent };
};
interface Sent {
  id: string;
  path: string;
  weights: string;
  errors?: { extensions: { code: string; params?: object } }[];
}
const codeOf = async (file: Buffer, by?: ApiUser) => (await send(file, by)).body.errors?.[0]?.extensions.code ?? null;
const change = (input: object) => api.owner.ask(CHANGE, { i: { texts: [], ...input } });
const refusal = (input: object) => api.owner.refusal(CHANGE, { i: { texts: [], ...input } });
const typeface = async () => (await api.stranger().ask(SITE)).site.branding.typeface;

/** The same file with some bytes changed. */
function altered(at: number, ...bytes: number[]): Buffer {
  const copy = Buffer.from(regular);
  copy.set(bytes, at);
  return copy;
}

describe("a site's font", () => {
  it('is the system font until the site chooses one, and customers download nothing', async () => {
    expect(await typeface()).toEqual({ font: 'SYSTEM', stack: null, path: null, weights: null });
  });

  it('can be a family that is installed on most machines and contains Hangul', async () => {
    for (const font of ['SANS', 'SERIF', 'ROUNDED']) {
      await change({ font });
      const now = await typeface();
      expect(now).toMatchObject({ font, path: null });
      expect(now.stack).toMatch(/Noto (Sans|Serif) CJK KR.*serif$/);
    }
    await change({ font: 'SYSTEM' });
    expect((await typeface()).stack).toBeNull();
  });

  it('can be a file of the site, served from an immutable address', async () => {
    const { status, body } = await send(variable);
    expect(status).toBe(201);
    expect((await typeface()).path).toBeNull();
    await change({ font: 'OWN', fontId: body.id });
    const now = await typeface();
    expect(now).toMatchObject({ font: 'OWN', path: body.path, weights: '100 900' });
    expect(now.stack).toMatch(/^'Tandem Site', system-ui/);
    const response = await fetch(api.origin + now.path);
    expect(response.headers.get('content-type')).toBe('font/woff2');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(variable);
    const page = await fetch(api.origin);
    expect(page.headers.get('content-security-policy')).toContain("font-src 'self'");
  });

  it('is kept when another one is chosen', async () => {
    const { body } = await send(regular);
    await change({ font: 'OWN', fontId: body.id });
    await change({ font: 'SERIF' });
    await change({ font: 'OWN' });
    expect(await typeface()).toMatchObject({ path: body.path, weights: '400' });
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['a font of another format', () => Buffer.concat([Buffer.from('wOFF'), regular.subarray(4)])],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(10))],
    ['only the first bytes of a font', () => regular.subarray(0, 48)],
    ['a truncated font', () => regular.subarray(0, regular.length - 10)],
    ['a font with extra bytes', () => Buffer.concat([regular, Buffer.from('<script>')])],
    ['a collection', () => altered(4, ...Buffer.from('ttcf'))],
    ['a font without tables', () => altered(12, 0, 0)],
    ['a font with more tables than it has bytes', () => altered(12, 0xff, 0xff)],
    ['a font with invalid tables', () => altered(regular.length - 2000, ...Array<number>(1000).fill(7))],
  ])('cannot be %s', async (_what, file) => {
    expect(await codeOf(file())).toBe('FONT_REFUSED');
  });

  it('is not larger than a customer’s download may be', async () => {
    const { status, body } = await send(Buffer.concat([regular, Buffer.alloc(LIMITS.fontBytes)]));
    expect(status).toBe(400);
    expect(body.errors![0]!.extensions).toMatchObject({ code: 'FONT_TOO_LARGE', params: { megabytes: 2 } });
  });

  it('is uploaded only by accounts that may change the look', async () => {
    expect(await codeOf(regular, await api.staff('CSR'))).toBe('FORBIDDEN');
    expect(await codeOf(regular, api.stranger())).toBe('UNAUTHENTICATED');
    expect(await codeOf(regular, await api.staff('ADMINISTRATOR'))).toBeNull();
  });

  it('is not accepted as a picture, nor a picture as a font', async () => {
    const { body } = await send(regular);
    expect((await fetch(api.origin + PATHS.image(body.id))).status).toBe(404);
    const pixel = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>').toString('base64')}`;
    await change({ logo: pixel });
    const { logoId } = (await api.prisma.branding.findFirst())!;
    expect(await refusal({ font: 'OWN', fontId: logoId })).toBe('BAD_INPUT');
    expect((await fetch(api.origin + PATHS.font(logoId!))).status).toBe(404);
  });

  it('is deleted when it was uploaded but never chosen', async () => {
    const { body } = await send(regular);
    const { path: chosen } = await typeface();
    api.clock.turn(2 * 3_600_000);
    await send(regular);
    expect((await fetch(api.origin + body.path)).status).toBe(404);
    expect((await fetch(api.origin + chosen)).status).toBe(200);
  });

  it('cannot be chosen before one has been uploaded', async () => {
    const { prisma } = api;
    await prisma.branding.deleteMany();
    expect(await refusal({ font: 'OWN' })).toBe('BAD_INPUT');
    expect(await refusal({ font: 'OWN', fontId: crypto.randomUUID() })).toBe('BAD_INPUT');
  });
});
