import { deflateSync } from 'node:zlib';
import { PATHS } from '@tandem/contract';
import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const url = (bytes: Buffer | string, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** A PNG of this many pixels, as far as its head tells. */
function png(width = 2, height = 2): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.writeUInt8(8, 16);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), head, deflateSync(Buffer.alloc(20))]);
}
const svg = (inside: string, attributes = '') =>
  url(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`, 'image/svg+xml');

const store = (dataUrl: string) =>
  api.platform.db.transaction((tx) => api.features.images.store(tx, { siteId: api.site.id, kind: 'LOGO', dataUrl }));
const codeOf = (dataUrl: string) =>
  store(dataUrl).then(
    () => null,
    (error: { code: string }) => error.code,
  );
const get = async (dataUrl: string) => fetch(api.origin + PATHS.image(await store(dataUrl)));

describe('a picture', () => {
  it('is served as what it is, for ever, and can do nothing', async () => {
    const response = await get(url(png(), 'text/html'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png());
  });

  it('is not found under another id', async () => {
    expect((await fetch(`${api.origin}/images/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it.each([
    ['a page', url('<!doctype html><script>alert(1)</script>', 'image/png')],
    ['a program', url(Buffer.from('MZ\x90\0\x03', 'latin1'), 'image/png')],
    ['a GIF', url('GIF89a', 'image/gif')],
    ['nothing', ''],
    ['an address', 'https://example.org/logo.png'],
    ['a PNG that unfolds to gigabytes', url(png(60_000, 60_000))],
    ['a PNG without its size', url(png(0, 0))],
    ['a JPEG without a picture in it', url(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]))],
  ])('is not %s', async (_what, dataUrl) => {
    expect(await codeOf(dataUrl)).toBe('IMAGE_REFUSED');
  });

  it('is no larger than 256 KiB', async () => {
    expect(await codeOf(url(Buffer.concat([png(), Buffer.alloc(LIMITS.imageBytes - png().length)])))).toBeNull();
    expect(await codeOf(url(Buffer.concat([png(), Buffer.alloc(LIMITS.imageBytes)])))).toBe('IMAGE_TOO_LARGE');
  });
});

describe('an SVG', () => {
  it('keeps its shapes, colours and gradients', async () => {
    const drawing =
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#0f5c5c"/></linearGradient></defs>' +
      '<g transform="translate(1 1)"><path d="M0 0h8v8z" fill="url(#a)"/><text x="1">가</text></g>';
    const response = await get(svg(drawing));
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toContain(drawing);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script of another name', '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'],
    ['a handler', '<path d="M0 0" onload="alert(1)"/>'],
    [
      'a page inside',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
    ],
    ['a picture from elsewhere', '<image href="https://evil.example/alert.png"/>'],
    ['a use of something elsewhere', '<use href="https://evil.example/alert.svg#x"/>'],
    ['an address that is a script', '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['an import in a style', '<style>@import url(https://evil.example/alert.css);</style>'],
    ['a fill from elsewhere', '<path d="M0 0" fill="url(https://evil.example/alert)"/>'],
    ['a hidden address', '<path d="M0 0" style="fill:u\\72l(https://evil.example/alert)"/>'],
    ['an animation that sets an address', '<use href="#a"><set attributeName="href" to="data:alert"/></use>'],
  ])('loses %s', async (_what, inside) => {
    const text = await (await get(svg(`${inside}<rect width="5" height="5"/>`))).text();
    expect(text).toContain('<rect width="5" height="5"/>');
    expect(text).not.toMatch(/alert|script|evil|foreignObject|javascript|onload/i);
  });

  it.each([
    [
      'that names entities of its own',
      `<!DOCTYPE svg [<!ENTITY x "<script>">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>`,
    ],
    ['that is not closed', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    [
      'with text that a reader may take for another',
      '<svg xmlns="http://www.w3.org/2000/svg"><![CDATA[<script>]]></svg>',
    ],
    ['with attributes without quotes', '<svg xmlns="http://www.w3.org/2000/svg" onload=alert(1)></svg>'],
    ['behind a page', '<html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>'],
    ['followed by a page', '<svg xmlns="http://www.w3.org/2000/svg"></svg><script>alert(1)</script>'],
    ['a thousand levels deep', `<svg>${'<g>'.repeat(1000)}${'</g>'.repeat(1000)}</svg>`],
  ])('%s is refused', async (_what, text) => {
    expect(await codeOf(url(text, 'image/svg+xml'))).toBe('IMAGE_REFUSED');
  });
});
